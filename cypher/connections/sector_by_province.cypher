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
//   first_day: the first day reported, plans aside
//   last_day: the last day reported, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity {country: 'BY'})-[r]-(far:Entity {country: 'CN'})
WHERE r.trait = 'tie' AND $sector IN r.sectors /* filters r */
MATCH (p:Entity WHERE p.first_level AND p.id IN far.inside)
WITH DISTINCT p, r, CASE WHEN NOT r.plan THEN r END AS tie ORDER BY r.id
RETURN p.name AS province, p.id AS id, count(tie) AS ties, min(tie.placed_from) AS first_day,
       max(CASE WHEN tie.placed_to < '9999' THEN tie.placed_to END) AS last_day,
       collect(tie.id) AS facts, collect(CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY ties DESC, province, id
LIMIT $limit
