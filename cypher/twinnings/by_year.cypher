// Twinnings by year
//
// How many of the twin ties with a date were made each year, and between whom?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   year: the year
//   ties: how many were made in it
//   pairs: who became twins in it
//   by_then: how many more were there by then at the latest, perhaps since an earlier year
//   pairs_by_then: who were twins by then at the latest
//   facts: the ids of the facts that the row rests on
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE NOT r.plan AND r.date IS NOT NULL /* filters r */
WITH left(r.date_start, 4) AS first, left(coalesce(r.date_end, r.date_start), 4) AS last, r,
     coalesce(r.from_unnamed, a.name) + ' – ' + coalesce(r.to_unnamed, b.name) AS pair
WITH toInteger(last) AS year, coalesce(first = last, false) AS dated, pair, r.id AS id
ORDER BY pair, id
WITH year, collect(CASE WHEN dated THEN pair END) AS made,
     collect(CASE WHEN NOT dated THEN pair END) AS older, collect(id) AS facts
RETURN year, size(made) AS ties, made AS pairs, size(older) AS by_then, older AS pairs_by_then,
       facts
ORDER BY year
LIMIT $limit
