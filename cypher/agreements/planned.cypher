// Documents not yet signed
//
// Which documents and twin ties are planned, proposed or talked about, and were so far not signed?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   announced: when it was told
//   date: when it is planned for, as written
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:AGREEMENT|TWINNED_WITH]->(b:Entity)
WHERE r.status IN ['planned', 'proposed', 'negotiating']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN r.announced AS announced, r.date AS date, r.status AS status, type(r) AS type, r.title AS title,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY announced, date, fact
LIMIT $limit
