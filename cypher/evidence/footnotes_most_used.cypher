// Footnotes most used
//
// Which sources carry the most facts, and of how many types?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   facts_carried: how many facts cite it
//   types: of how many types they are
//   source: the id of the source
//   number: its number as a footnote
//   title: its title
//   year: when it was published
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
UNWIND r.sources AS source
WITH source, count(r) AS facts_carried, count(DISTINCT type(r)) AS types
MATCH (s:Source {id: source})
RETURN facts_carried, types, source, s.number AS number, s.title AS title, s.year AS year
ORDER BY facts_carried DESC, source
LIMIT $limit
