// Picture: a document of many parties
//
// Which parties does a document join, by the facts that it makes itself?
//
// Parameters
//   $document (document) = document/belshina-bstu-qust-mesnac-2024: its id
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   document: the document
//   from: the Belarusian party
//   fact: the fact, as a relationship
//   to: the Chinese party
MATCH (document:Document {id: $document})
MATCH (a:Entity)-[r:AGREEMENT|TWINNED_WITH]->(b:Entity)
WHERE r.document = document.id /* filters r */
RETURN document, a AS from, r AS fact, b AS to
ORDER BY fact.id
LIMIT $limit
