// New Source nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Source)
SET n = row[1]
RETURN count(n) AS matched
