// New Oblast nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Oblast)
SET n = row[1]
RETURN count(n) AS matched
