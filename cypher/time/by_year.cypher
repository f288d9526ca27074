// Facts by year
//
// How many facts of each type fall into each year, plans aside?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   year: the year
//   type: the fact's type
//   count: how many facts begin in it
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF']
  AND NOT r.plan
  AND coalesce(r.date_start, r.date_end) IS NOT NULL /* filters r */
RETURN toInteger(substring(coalesce(r.date_start, r.date_end), 0, 4)) AS year, type(r) AS type, count(r) AS count
ORDER BY year, type
LIMIT $limit
