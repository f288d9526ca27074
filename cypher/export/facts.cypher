// Every fact that the filters keep with all that it holds, as they come: the reader sorts them
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r._bycn IS NOT NULL /* filters r */
RETURN r.id AS id, type(r) AS type, a.id AS start, labels(a) AS start_labels, b.id AS end, labels(b) AS end_labels,
       properties(r) AS properties
