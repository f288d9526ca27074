// New in a year
//
// Which ties, documents, contracts and projects were made in a year?
//
// Parameters
//   $year (year) = 2023: the year
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   date: when, as written
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   status: how far it has come
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r]->(b:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN'] AND type(r) <> 'TRADE_FLOW'
  AND NOT coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating']
  AND r.date_start >= toString($year) + '-01-01' AND r.date_start <= toString($year) + '-12-31'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN r.date AS date, type(r) AS type, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.status AS status, r.id AS fact, r.sources AS sources
ORDER BY date, type, fact
LIMIT $limit
