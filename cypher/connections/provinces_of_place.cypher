// Provinces tied to a place
//
// Which Chinese provinces is a Belarusian place tied to, itself or through what is inside it, how
// often and by what, plans apart?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the province
//   id: its id
//   ties: how many facts tie it, plans aside
//   types: the types of these facts
//   facts: their ids
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)-[r]-(far:Entity)
WHERE $entity IN near.inside AND r.trait = 'tie' AND far.country <> near.country /* filters r */
UNWIND far.inside AS holder
WITH DISTINCT holder, r
MATCH (p:Entity {id: holder, type: 'province'})
WITH p, r, CASE WHEN NOT r.plan THEN r END AS tie ORDER BY type(r), r.id
RETURN p.name AS name, p.id AS id, count(tie) AS ties, collect(DISTINCT type(tie)) AS types,
       collect(tie.id) AS facts, collect(CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY ties DESC, name, id
LIMIT $limit
