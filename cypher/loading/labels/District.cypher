// The label District for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:District
REMOVE n:Country:Oblast:Province:City:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
