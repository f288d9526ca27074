// Every node with all that it holds
MATCH (n:Source|Document|Entity)
WHERE n.id IS NOT NULL
RETURN CASE WHEN n:Source THEN 'Source' WHEN n:Document THEN 'Document' ELSE 'Entity' END AS key, labels(n) AS labels, properties(n) AS properties
