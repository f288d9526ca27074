// City nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:City
REMOVE n:Country:Oblast:Province:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
