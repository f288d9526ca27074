// Picture: all twinnings
//
// Which Belarusian places are twins of which Chinese ones?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   from: the Belarusian place
//   fact: the twin tie, as a relationship
//   to: the Chinese place
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN a AS from, r AS fact, b AS to
ORDER BY from.id, to.id, fact.id
LIMIT $limit
