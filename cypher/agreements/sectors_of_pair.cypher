// Sectors of a pair
//
// In which fields do two parties work together, themselves or through what is inside them, and how
// often is each named?
//
// Parameters
//   $first (entity, widen) = Minsk Region: the one
//   $second (entity, widen) = Chongqing: the other
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   sector: the field of work
//   ties: how many ties name it, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)-[r]-(far:Entity)
WHERE $first IN near.inside AND $second IN far.inside AND r.trait = 'tie' /* filters r */
WITH DISTINCT r
UNWIND r.sectors AS sector
WITH sector, r ORDER BY r.id
WITH sector, collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
RETURN sector, size(facts) AS ties, facts, plans
ORDER BY ties DESC, sector
LIMIT $limit
