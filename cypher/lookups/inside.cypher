// What lies inside
//
// Which entities lie inside a place or belong to a body, itself included?
//
// Parameters
//   $entity (entity) = BY-VI: the place or body
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   id: the id of an entity inside
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
LIMIT $limit
RETURN near.id AS id
ORDER BY id
