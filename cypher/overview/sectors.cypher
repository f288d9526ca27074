// Sectors
//
// Which fields of work do facts name, and how often?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   sector: the field of work
//   count: how many facts name it
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
UNWIND r.sectors AS sector
RETURN sector, count(r) AS count
ORDER BY count DESC, sector
LIMIT $limit
