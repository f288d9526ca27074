// Twinnings by year
//
// How many pairs became twins each year, and who are they, by the earliest date that is reported of
// each?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   year: the year
//   pairs: how many pairs became twins in it; "a city of …" is a twin of its own
//   twins: who they are
//   by_then: how many more pairs were twins by then at the latest, perhaps since an earlier year
//   twins_by_then: who they are
//   facts: the id of the earliest fact of each pair
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE NOT r.plan AND r.date IS NOT NULL /* filters r */
WITH a.id AS a, b.id AS b, r,
     coalesce(r.from_unnamed, a.name) + ' – ' + coalesce(r.to_unnamed, b.name) AS pair
ORDER BY r.placed_from, r.id
WITH a, b, pair, head(collect(r)) AS r
WITH left(coalesce(r.date_end, r.date_start), 4) AS last, pair, r ORDER BY pair, r.id
WITH toInteger(last) AS year, collect(CASE left(r.date_start, 4) WHEN last THEN pair END) AS made,
     collect(CASE WHEN coalesce(left(r.date_start, 4) <> last, true) THEN pair END) AS older,
     collect(r.id) AS facts
RETURN year, size(made) AS pairs, made AS twins, size(older) AS by_then, older AS twins_by_then,
       facts
ORDER BY year
LIMIT $limit
