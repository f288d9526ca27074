// New ACCREDITED_AT facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:ACCREDITED_AT]->(b)
SET r = row[2]
RETURN count(r) AS matched
