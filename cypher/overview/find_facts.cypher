// Find a fact
//
// Which facts have a title or note that contains a text?
//
// Parameters
//   $text (text) = flax: the text
//   $limit (integer) = 100: how many rows at the most
// Columns
//   id: the fact's id
//   title: what it says
//   type: its type
//   date: when, as written
//   status: how far it has come
MATCH (:Entity)-[r]->(:Entity)
WHERE (toLower(r.title) CONTAINS toLower($text)
       OR toLower(coalesce(r.note, '')) CONTAINS toLower($text)) /* filters r */
RETURN r.id AS id, r.title AS title, type(r) AS type, r.date AS date, r.status AS status
ORDER BY id
LIMIT $limit
