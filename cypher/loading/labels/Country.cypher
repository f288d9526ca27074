// The label Country for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:Country
REMOVE n:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
