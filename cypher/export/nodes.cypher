// Every source, document and entity that bycn loaded, with all that it holds, as they come: the reader sorts them
MATCH (n:Source|Document|Entity)
WHERE n._bycn IS NOT NULL
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
