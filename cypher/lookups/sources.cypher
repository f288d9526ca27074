// Sources by id
//
// Which sources have these ids?
//
// Parameters
//   $ids (text, list) = zalesskij-2024/fn-16: the ids
// Columns
//   number: its number as a footnote
//   id: the source's id
//   properties: all its properties
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN s.number AS number, s.id AS id, properties(s) AS properties
ORDER BY number, id
