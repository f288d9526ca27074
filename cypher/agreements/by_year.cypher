// Agreements by year
//
// How many documents were signed each year, those of many parties counted once?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   year: the year in which they were signed; the last possible one where only that is known
//   documents: how many
//   facts: the ids of the facts behind the row
MATCH (:Entity)-[r:AGREEMENT]->(:Entity)
WHERE NOT coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] AND r.date IS NOT NULL
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH toInteger(substring(coalesce(r.date_start, r.date_end), 0, 4)) AS year, r
ORDER BY r.id
RETURN year, count(DISTINCT coalesce(r.document, r.id)) AS documents, collect(r.id) AS facts
ORDER BY year
LIMIT $limit
