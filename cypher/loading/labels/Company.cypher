// The label Company for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:Company
REMOVE n:Country:Oblast:Province:City:District:University:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
