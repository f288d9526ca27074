// Ids of the documents
//
// Which documents are there?
//
// Columns
//   id: the document's id
MATCH (n:Document)
WHERE n._bycn IS NOT NULL
RETURN n.id AS id
ORDER BY id
