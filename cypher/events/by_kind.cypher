// Events by kind
//
// How many events of each kind are known, beginning in which years, and how many more are only
// planned?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   kind: what sort of event
//   events: how many, plans aside
//   plans: how many more, of which nothing but plans is known
//   years: in which years they began, plans aside
MATCH (event:Event WHERE event.inside IS NOT NULL)
OPTIONAL MATCH (event)-[r]-(:Entity)
WHERE NOT r.plan
WITH event, count(r) > 0 AS held, left(coalesce(event.date_start, event.date_end), 4) AS year
ORDER BY year, event.id
RETURN event.kind AS kind, count(CASE WHEN held THEN 1 END) AS events,
       count(CASE WHEN NOT held THEN 1 END) AS plans,
       collect(DISTINCT CASE WHEN held THEN year END) AS years
ORDER BY events DESC, plans DESC, kind
LIMIT $limit
