// Ids of the facts
//
// Which facts are there?
//
// Columns
//   id: the fact's id
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL
RETURN r.id AS id
ORDER BY id
