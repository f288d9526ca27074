// Neighbourhood of an entity
//
// Which entities are so many steps from an entity at the most, plans and countries left out, and how far is each?
//
// Parameters
//   $entity (entity) = Polotsk: the entity
//   $depth (integer) = 2: how many steps, three at the most
//   $limit (integer) = 100: how many rows at the most
// Columns
//   distance: how many steps away
//   name: the entity
//   id: its id
//   entity_type: its type
MATCH (start:Entity {id: $entity})
// What is farther isn't looked for where what is near fills the answer.
CALL (start) {
  MATCH (start)-[r]-(far:Entity)
  WHERE $depth >= 1 AND NOT r.plan AND NOT far:Country /* filters r */
  RETURN collect(DISTINCT far) AS first
}
CALL (first) {
  WITH first
  WHERE $depth >= 2 AND size(first) <= $limit
  UNWIND first AS near
  MATCH (near)-[r]-(far:Entity)
  WHERE NOT r.plan AND NOT far:Country /* filters r */
  RETURN collect(DISTINCT far) AS second
}
CALL (first, second) {
  WITH first, second
  WHERE $depth >= 3 AND size(first) <= $limit AND size(second) <= $limit
  UNWIND second AS near
  MATCH (near)-[r]-(far:Entity)
  WHERE NOT r.plan AND NOT far:Country /* filters r */
  RETURN collect(DISTINCT far) AS third
}
UNWIND range(0, 3) AS distance
WITH distance, [[start], first, second, third][distance] AS level
UNWIND level AS far
WITH far, min(distance) AS distance
ORDER BY distance, far.name, far.id
LIMIT $limit + 1
WHERE distance > 0
RETURN distance, far.name AS name, far.id AS id, far.type AS entity_type
ORDER BY distance, name, id
LIMIT $limit
