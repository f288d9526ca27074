// Documents running on a date
//
// Which roadmaps, programmes, plans and other documents with a term hold on a day, or on some day of a month or year?
//
// Parameters
//   $on (date) = 2024: the day, month or year
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   valid: how long it is meant to hold
//   instrument: which kind of document
//   title: what the fact says
//   status: how far it has come
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:AGREEMENT]->(b:Entity)
WHERE r.valid IS NOT NULL AND coalesce(r.valid_start, '0000-01-01') <= $on_to
  AND coalesce(r.valid_end, '9999-12-31') >= $on_from
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN r.valid AS valid, r.instrument AS instrument, r.title AS title, r.status AS status,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY valid, fact
LIMIT $limit
