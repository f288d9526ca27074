// Facts by type and status
//
// How many facts of each type are there, and how far have they come?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Filters
// Columns
//   type: the facts' type
//   status: how far they have come
//   count: how many there are
//   doubtful: how many of them rest on a garbled passage that had to be interpreted
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN type(r) AS type, r.status AS status, count(r) AS count,
       sum(CASE r.certainty WHEN 'read' THEN 1 ELSE 0 END) AS doubtful
ORDER BY type, status
LIMIT $limit
