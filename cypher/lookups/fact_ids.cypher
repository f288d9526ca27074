// Facts by the end of their ids
//
// Which facts have an id, or a row that tells them with one, or correct a fact with one, that is
// or ends in a text after a slash?
//
// Parameters
//   $id (text) = c1-123: the id, or its end, in small letters
// Columns
//   id: the fact's id
MATCH (:Entity)-[r]->(:Entity)
WHERE CASE WHEN r.trait IS NOT NULL THEN any(told IN [r.id, coalesce(r.supersedes, r.id)] + coalesce(r.rows, [])
          WHERE toLower(told) = $id OR toLower(told) ENDS WITH '/' + $id) END
RETURN r.id AS id
ORDER BY id
LIMIT 4
