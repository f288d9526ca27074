// EconomicZone nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:EconomicZone
REMOVE n:Country:Oblast:Province:City:District:University:Company:Exchange:Institution:Event
RETURN count(n) AS matched
