// Picture: a document of many parties
//
// Which parties does a document join, and by which facts?
//
// Parameters
//   $document (text) = document/belarus-china-association-of-universities-2023: the id of the document
//   $limit (integer) = 100: how many rows at the most
// Columns
//   document: the document
//   from: the Belarusian party
//   fact: the fact, as a relationship
//   to: the Chinese party
MATCH (document:Document {id: $document})
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.document = document.id /* filters r */
RETURN document, a AS from, r AS fact, b AS to
ORDER BY fact.id
LIMIT $limit
