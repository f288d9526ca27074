// Neighbours of an entity
//
// Who is directly tied to an entity, and by which facts, plans apart?
//
// Parameters
//   $entity (entity) = Great Stone: the entity
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the neighbour
//   id: its id, or that of what holds an unnamed one
//   entity_type: the type of what the id names
//   types: the types of the facts, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (e:Entity {id: $entity})-[r]-(far:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH far, r, CASE WHEN startNode(r).id = e.id THEN r.to_unnamed ELSE r.from_unnamed END AS words
WITH far, coalesce(words, far.name) AS name, collect(DISTINCT r) AS ties
// Sorted and cut before the rest of each row is read.
ORDER BY name, far.id
LIMIT $limit
UNWIND ties AS r
WITH far, name, r ORDER BY type(r), r.id
WITH far, name, collect(DISTINCT CASE WHEN NOT r.plan THEN type(r) END) AS types,
     collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
RETURN name, far.id AS id, far.type AS entity_type, types, facts, plans
ORDER BY name, id
LIMIT $limit
