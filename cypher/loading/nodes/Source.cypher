// Source nodes from $rows: id, properties
UNWIND $rows AS row
MERGE (n:Source {id: row[0]})
SET n = row[1]
RETURN count(n) AS matched
