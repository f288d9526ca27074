// Twinnings by year
//
// How many twin ties were made each year, and between whom?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   year: the year in which they were made; the last possible one where only that is known
//   ties: how many
//   pairs: who became twins
//   facts: the ids of the facts behind the row
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE NOT r.plan AND r.date IS NOT NULL /* filters r */
WITH toInteger(substring(coalesce(r.date_start, r.date_end), 0, 4)) AS year, r,
     coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to
ORDER BY from, to, r.id
WITH year, collect(from + ' – ' + to) AS pairs, collect(r.id) AS facts
RETURN year, size(facts) AS ties, pairs, facts
ORDER BY year
LIMIT $limit
