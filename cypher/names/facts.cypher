// Ids of the facts
//
// Which facts are there?
//
// Columns
//   id: the fact's id
//   rows: the ids of the rows that tell it, where there are several
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL
RETURN r.id AS id, r.rows AS rows
ORDER BY id
