// New EconomicZone nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:EconomicZone)
SET n = row[1]
RETURN count(n) AS matched
