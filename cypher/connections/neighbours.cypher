// Neighbours of an entity
//
// Who is directly tied to an entity, by how many facts of which type?
//
// Parameters
//   $entity (entity) = Great Stone: the entity
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the neighbour
//   id: its id
//   entity_type: its type
//   types: the types of the facts
//   facts: the ids of the facts behind the row
MATCH (e:Entity {id: $entity})-[r]-(far:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH far, collect(DISTINCT r) AS ties
// Sorted and cut before the rest of each row is read.
ORDER BY far.name, far.id
LIMIT $limit
UNWIND ties AS r
WITH far, r
ORDER BY type(r), r.id
WITH far, collect(DISTINCT type(r)) AS types, collect(r.id) AS facts
RETURN far.name AS name, far.id AS id, far.type AS entity_type, types, facts
ORDER BY name, id
LIMIT $limit
