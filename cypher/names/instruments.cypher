// Kinds of documents that facts name
//
// Which kinds of documents do facts name?
//
// Columns
//   term: the kind of document
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL AND r.instrument IS NOT NULL
RETURN DISTINCT r.instrument AS term
ORDER BY term
