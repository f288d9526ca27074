// What lies inside a place
//
// Which entities lie inside a place or belong to a body, itself included?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the place or body
// Columns
//   id: the id of an entity inside
MATCH (:Entity {id: $place})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $place IN near.inside
RETURN DISTINCT near.id AS id
ORDER BY id
