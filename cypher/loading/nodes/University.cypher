// New University nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:University)
SET n = row[1]
RETURN count(n) AS matched
