// New TOOK_PART_IN facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:TOOK_PART_IN]->(b)
SET r = row[2]
RETURN count(r) AS matched
