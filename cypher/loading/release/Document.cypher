// The Document nodes of $ids that hang on foreign relationships are bycn's no longer
UNWIND $ids AS id
MATCH (n:Document {id: id})
WHERE n._bycn IS NOT NULL AND EXISTS { (n)--() }
REMOVE n:Document, n._bycn, n._digest
SET n:ReleasedDocument
RETURN id
ORDER BY id
