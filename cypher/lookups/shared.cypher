// What two hold
//
// Which entities lie inside both of any two places or bodies of these pairs?
//
// Parameters
//   $near (entity, list) = institution/belcci: one place or body of each pair
//   $far (entity, list) = BY-BR: the other of each pair, in the same order
// Columns
//   id: the id of an entity
UNWIND range(0, size($near) - 1) AS n
WITH $near[n] AS one, $far[n] AS other
MATCH (:Entity {id: one})<-[:LOCATED_IN|PART_OF*0..8]-(held)
WHERE one IN held.inside AND other IN held.inside
RETURN DISTINCT held.id AS id
ORDER BY id
