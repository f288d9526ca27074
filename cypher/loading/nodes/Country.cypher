// New Country nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Country)
SET n = row[1]
RETURN count(n) AS matched
