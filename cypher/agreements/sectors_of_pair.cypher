// Sectors of a pair
//
// In which fields do two parties work together, themselves or through what is inside them, and how often is each
// named?
//
// Parameters
//   $first (entity, widen) = Minsk Region: the one
//   $second (entity, widen) = Chongqing: the other
//   $limit (integer) = 100: how many rows at the most
// Columns
//   sector: the field of work
//   ties: how many ties name it, plans aside
//   plans: how many plans name it
//   facts: the ids of the facts behind the row, plans last
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $first IN near.inside
WITH DISTINCT near
MATCH (near)-[r]-(far:Entity)
WHERE $second IN far.inside AND r.trait = 'tie' /* filters r */
WITH DISTINCT r
UNWIND r.sectors AS sector
WITH sector, r, CASE WHEN r.plan THEN 1 ELSE 0 END AS plan
ORDER BY plan, r.id
RETURN sector, count(r) - sum(plan) AS ties, sum(plan) AS plans, collect(r.id) AS facts
ORDER BY ties DESC, plans DESC, sector
LIMIT $limit
