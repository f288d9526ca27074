// The label City for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:City
REMOVE n:Country:Oblast:Province:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
