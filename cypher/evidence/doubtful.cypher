// Readings in doubt
//
// Which facts rest on a garbled passage that had to be interpreted, and how was it read?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   locator: where in the source
//   type: the fact's type
//   title: what the fact says
//   note: how the passage was read
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.certainty = 'read'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN r.locator AS locator, type(r) AS type, r.title AS title, r.note AS note,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY fact
LIMIT $limit
