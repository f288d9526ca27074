// A sector by province
//
// Which Chinese provinces work in a field with Belarus, by which facts, from when to when, plans
// apart?
//
// Parameters
//   $sector (sector) = education: the field of work
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   ties: how many facts tie it, plans aside
//   first_sign: when the earliest of them that has a time began, as written, plans aside
//   last_sign: when the latest of them began, as written
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity {country: 'BY'})-[r]-(far:Entity {country: 'CN'})
WHERE r.trait = 'tie' AND $sector IN r.sectors /* filters r */
MATCH (p:Entity WHERE p.first_level AND p.id IN far.inside)
WITH DISTINCT p, r, CASE WHEN NOT r.plan THEN r END AS tie ORDER BY r.placed_from, r.date, r.id
WITH p, collect(coalesce(tie.date, tie.valid, tie.announced)) AS signs, collect(tie.id) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
RETURN p.name AS province, p.id AS id, size(facts) AS ties, head(signs) AS first_sign,
       last(signs) AS last_sign, facts, plans
ORDER BY ties DESC, province, id
LIMIT $limit
