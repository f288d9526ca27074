// The label Oblast for the entities of $ids
UNWIND $ids AS id
MATCH (n:Entity {id: id})
SET n:Oblast
REMOVE n:Country:Province:City:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched
