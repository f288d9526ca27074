// The Source nodes of $ids that hang on foreign relationships are bycn's no longer
UNWIND $ids AS id
MATCH (n:Source {id: id})
WHERE n._bycn IS NOT NULL AND EXISTS { (n)--() }
REMOVE n:Source, n._bycn, n._digest
SET n:ReleasedSource
RETURN id
ORDER BY id
