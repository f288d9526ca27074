// Find a fact
//
// Which facts have a title or note that contains a text?
//
// Parameters
//   $text (text) = flax: the text
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   id: the fact's id
//   title: what it says
//   type: its type
//   date: when, as written
//   status: how far it has come
MATCH (:Entity)-[r]->(:Entity)
WHERE (toLower(r.title) CONTAINS toLower($text) OR toLower(coalesce(r.note, '')) CONTAINS toLower($text))
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN r.id AS id, r.title AS title, type(r) AS type, r.date AS date, r.status AS status
ORDER BY id
LIMIT $limit
