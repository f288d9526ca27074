// Source nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Source {id: row[0]})
SET n = row[1]
RETURN count(n) AS matched
