// Ids of the documents
//
// Which documents are there?
//
// Columns
//   id: the document's id
MATCH (n:Document)
RETURN n.id AS id
ORDER BY id
