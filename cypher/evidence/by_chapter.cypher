// Facts by chapter
//
// How many facts does each chapter of the text carry, and how many of them are doubtful?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   chapter: the chapter, or the work looked up
//   type: the fact's type
//   count: how many facts
//   doubtful: how many of them rest on a garbled passage
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
UNWIND coalesce(r.locator, ['none']) AS place
RETURN split(place, ':')[0] AS chapter, type(r) AS type, count(DISTINCT r) AS count,
       count(DISTINCT CASE r.certainty WHEN 'read' THEN r END) AS doubtful
ORDER BY chapter, type
LIMIT $limit
