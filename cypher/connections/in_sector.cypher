// Who works in a sector with whom
//
// Which parties work together in a field, by which facts, from when to when, plans apart?
//
// Parameters
//   $sector (sector) = education: the field of work
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the end it is written from
//   to: the end it is written to
//   first_day: the first day reported, plans aside
//   last_day: the last day reported, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.trait = 'tie' AND $sector IN r.sectors /* filters r */
WITH r, coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to ORDER BY r.id
WITH from, to, min(CASE WHEN NOT r.plan THEN r.placed_from END) AS first_day,
     max(CASE WHEN NOT r.plan AND r.placed_to < '9999' THEN r.placed_to END) AS last_day,
     collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
RETURN from, to, first_day, last_day, facts, plans
ORDER BY first_day, from, to
LIMIT $limit
