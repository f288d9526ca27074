// New Document nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Document)
SET n = row[1]
RETURN count(n) AS matched
