// All nodes
//
// Which sources, documents and entities are there, with all their properties?
//
// Columns
//   rank: 0 for sources, 1 for documents, 2 for entities
//   id: the node's id
//   labels: its labels
//   properties: all its properties
MATCH (n)
WHERE n:Entity OR n:Source OR n:Document
WITH n, CASE WHEN n:Source THEN 0 WHEN n:Document THEN 1 ELSE 2 END AS rank
RETURN rank, n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY rank, id
