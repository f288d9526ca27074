// What two entities are both tied to
//
// Who or what is directly tied to both of two entities, events and memberships counted as ties,
// plans and countries left out?
//
// Parameters
//   $first (entity) = Brest Region: the one
//   $second (entity) = Vitebsk Region: the other
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the common partner
//   id: its id
//   entity_type: its type
//   facts: the ids of the facts that the row rests on
MATCH (first:Entity {id: $first}), (second:Entity {id: $second})
// The one with fewer facts is asked for its partners; beyond a thousand nothing is counted.
WITH first, second, COUNT { MATCH (first)--(x:Entity) RETURN x LIMIT 1000 } AS of_first,
     COUNT { MATCH (second)--(x:Entity) RETURN x LIMIT 1000 } AS of_second
WITH CASE WHEN of_first <= of_second THEN first ELSE second END AS few,
     CASE WHEN of_first <= of_second THEN second ELSE first END AS many
MATCH (few)-[r]-(common:Entity)
WHERE NOT r.plan AND NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR']
  AND common.type <> 'country' /* filters r */
WITH many, common, collect(DISTINCT r.id) AS ours
MATCH (common)-[r]-(many)
WHERE NOT r.plan AND NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR'] /* filters r */
WITH common, ours, collect(DISTINCT r.id) AS theirs
UNWIND ours + theirs AS fact
WITH common, fact ORDER BY fact
RETURN common.name AS name, common.id AS id, common.type AS entity_type, collect(fact) AS facts
ORDER BY name, id
LIMIT $limit
