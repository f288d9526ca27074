// The label EconomicZone for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:EconomicZone
REMOVE n:Country:Oblast:Province:City:District:University:Company:Exchange:Institution:Event
RETURN count(n) AS matched
