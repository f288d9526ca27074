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
//   first_sign: when the earliest of them that has a time began, as written, plans aside
//   last_sign: when the latest of them began, as written
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.trait = 'tie' AND $sector IN r.sectors /* filters r */
WITH r, coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
     CASE WHEN NOT r.plan THEN r END AS tie ORDER BY r.placed_from, r.date, r.id
WITH from, to, min(tie.placed_from) AS first_day, collect(tie.id) AS facts,
     collect(coalesce(tie.date, tie.valid, tie.announced)) AS signs,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
RETURN from, to, head(signs) AS first_sign, last(signs) AS last_sign, facts, plans
ORDER BY first_day, from, to
LIMIT $limit
