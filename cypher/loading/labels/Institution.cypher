// The label Institution for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:Institution
REMOVE n:Country:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Event
RETURN count(n) AS matched
