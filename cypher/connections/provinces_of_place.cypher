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
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT home, near
MATCH (near)-[r]-(far:Entity)
WHERE r.trait = 'tie' AND far.country <> home.country /* filters r */
UNWIND far.inside AS holder
WITH holder, r ORDER BY type(r), r.id
WITH holder, collect(DISTINCT CASE WHEN NOT r.plan THEN type(r) END) AS types,
     collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
MATCH (province:Entity {id: holder, type: 'province'})
RETURN province.name AS name, province.id AS id, size(facts) AS ties, types, facts, plans
ORDER BY ties DESC, name, id
LIMIT $limit
