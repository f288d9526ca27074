// What lies inside a place
//
// Which places, bodies and events lie inside a place or belong to a body, by chains of location
// alone or of belonging alone?
//
// Parameters
//   $entity (entity, widen) = Brest: the place or body
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: what lies inside
//   id: its id
//   entity_type: its type
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT home, near
WHERE near <> home
RETURN near.name AS name, near.id AS id, near.type AS entity_type
ORDER BY entity_type, name, id
LIMIT $limit
