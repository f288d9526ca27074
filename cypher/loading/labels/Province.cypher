// The label Province for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:Province
REMOVE n:Country:Oblast:City:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
