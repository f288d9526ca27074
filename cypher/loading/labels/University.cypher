// The label University for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:University
REMOVE n:Country:Oblast:Province:City:District:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
