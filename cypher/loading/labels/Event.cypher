// The label Event for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:Event
REMOVE n:Country:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Institution
RETURN count(n) AS matched
