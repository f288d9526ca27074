// Universities by field
//
// In which fields do universities of the two countries work together, or with other bodies across
// the border, and which, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   sector: the field of work
//   ties: how many facts, plans aside
//   universities: the universities of both countries, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (university:University)-[r]-(partner:Entity)
WHERE r.trait = 'tie' AND partner.country <> university.country /* filters r */
UNWIND r.sectors AS sector
WITH sector, university.name AS name, r ORDER BY name, r.id
WITH sector, collect(DISTINCT CASE WHEN NOT r.plan THEN name END) AS universities,
     collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
RETURN sector, size(facts) AS ties, universities, facts, plans
ORDER BY ties DESC, sector
LIMIT $limit
