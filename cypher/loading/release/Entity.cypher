// The Entity nodes of $ids that hang on foreign relationships are bycn's no longer
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n._bycn IS NOT NULL AND EXISTS { (n)--() }
REMOVE n:Entity:Country:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Institution:Event, n._keys, n._text, n._ends, n._bycn, n._digest
SET n:ReleasedEntity
RETURN id
ORDER BY id
