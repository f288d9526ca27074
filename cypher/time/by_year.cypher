// Facts by year
//
// How many facts of each type begin in each year, and how many more were there by then at the
// latest, plans aside and what says where something lies or belongs?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   year: the year
//   type: the fact's type
//   facts: how many facts begin in it
//   by_then: how many more were there by then at the latest, with no beginning stated
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF'] AND NOT r.plan
  AND coalesce(r.date_start, r.date_end) IS NOT NULL /* filters r */
WITH r, toInteger(substring(coalesce(r.date_start, r.date_end), 0, 4)) AS year
RETURN year, type(r) AS type, count(r.date_start) AS facts,
       count(CASE WHEN r.date_start IS NULL THEN 1 END) AS by_then
ORDER BY year, type
LIMIT $limit
