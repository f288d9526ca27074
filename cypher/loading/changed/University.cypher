// University nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:University
REMOVE n:Country:Oblast:Province:City:District:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
