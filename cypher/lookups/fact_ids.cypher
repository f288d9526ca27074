// Facts by the end of their ids
//
// Which facts have an id that is, or ends behind a slash in, a text?
//
// Parameters
//   $id (text) = c1-123: the id, or its end, in small letters
// Columns
//   id: the fact's id
MATCH (:Entity)-[r]->(:Entity)
WHERE toLower(r.id) = $id OR toLower(r.id) ENDS WITH '/' + $id
RETURN r.id AS id
ORDER BY id
LIMIT 4
