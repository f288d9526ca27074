// All twinnings
//
// Which twin, sister and friendship ties are there between Belarusian and Chinese places?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   from: the Belarusian end
//   to: the Chinese end
//   date: when, as written
//   status: how far it has come
//   instrument: which kind of document
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.date AS date,
       r.status AS status, r.instrument AS instrument, r.id AS fact, r.sources AS sources
ORDER BY from, to, date, fact
LIMIT $limit
