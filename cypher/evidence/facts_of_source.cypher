// Facts of a source
//
// Which facts does a source carry?
//
// Parameters
//   $source (text) = zalesskij-2024/fn-16: the source's id
//   $limit (integer) = 1000: how many rows at the most
// Filters
// Columns
//   fact: the fact's id
//   type: its type
//   from: the name of its start
//   to: the name of its end
//   title: what it says
//   date: when, as written
//   status: how far it has come
//   locator: where in the source
MATCH (a:Entity)-[r]->(b:Entity)
WHERE $source IN r.sources
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN r.id AS fact, type(r) AS type, coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.title AS title, r.date AS date, r.status AS status, r.locator AS locator
ORDER BY fact
LIMIT $limit
