// Picture: a document of many parties
//
// Which parties does a document join, and by which facts?
//
// Parameters
//   $document (text) = document/belarus-china-association-of-universities-2023: the id of the document
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   document: the document
//   from: the Belarusian party
//   fact: the fact, as a relationship
//   to: the Chinese party
MATCH (document:Document {id: $document})
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.document = document.id
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN document, a AS from, r AS fact, b AS to
ORDER BY fact.id
LIMIT $limit
