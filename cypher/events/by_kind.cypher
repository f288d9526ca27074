// Events by kind
//
// How many events of each kind are there, and in which years?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   kind: what sort of event
//   events: how many
//   years: in which years they were
MATCH (event:Event)
WITH event.kind AS kind, event, substring(coalesce(event.date_start, event.date_end), 0, 4) AS year
ORDER BY year, event.id
RETURN kind, count(event) AS events, collect(DISTINCT year) AS years
ORDER BY events DESC, kind
LIMIT $limit
