// Facts by year
//
// How many facts of each type fall into each year, plans aside?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   year: the year
//   type: the fact's type
//   count: how many facts begin in it
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF']
  AND NOT coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating']
  AND coalesce(r.date_start, r.date_end) IS NOT NULL
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN toInteger(substring(coalesce(r.date_start, r.date_end), 0, 4)) AS year, type(r) AS type, count(r) AS count
ORDER BY year, type
LIMIT $limit
