// Reach of an entity
//
// How many entities of each type are one, two or three steps from an entity, plans and countries left out?
//
// Parameters
//   $entity (entity) = Vitebsk: the entity
//   $depth (integer) = 2: how many steps, three at the most
//   $limit (integer) = 100: how many rows at the most
// Columns
//   distance: how many steps away
//   entity_type: the type of the entities
//   count: how many there are
MATCH (start:Entity {id: $entity})
CALL (start) {
  MATCH (start)-[r]-(far:Entity)
  WHERE $depth >= 1 AND NOT r.plan AND NOT far:Country /* filters r */
  RETURN collect(DISTINCT far) AS first
}
CALL (first) {
  WITH first
  WHERE $depth >= 2
  UNWIND first AS near
  MATCH (near)-[r]-(far:Entity)
  WHERE NOT r.plan AND NOT far:Country /* filters r */
  RETURN collect(DISTINCT far) AS second
}
CALL (second) {
  WITH second
  WHERE $depth >= 3
  UNWIND second AS near
  MATCH (near)-[r]-(far:Entity)
  WHERE NOT r.plan AND NOT far:Country /* filters r */
  RETURN collect(DISTINCT far) AS third
}
UNWIND range(0, 3) AS distance
WITH distance, [[start], first, second, third][distance] AS level
UNWIND level AS far
WITH far, min(distance) AS distance
WHERE distance > 0
RETURN distance, far.type AS entity_type, count(*) AS count
ORDER BY distance, entity_type
LIMIT $limit
