// The label Exchange for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:Exchange
REMOVE n:Country:Oblast:Province:City:District:University:Company:EconomicZone:Institution:Event
RETURN count(n) AS matched
