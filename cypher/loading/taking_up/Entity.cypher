// The Entity nodes of $ids that were let go of are bycn's again
UNWIND $ids AS id
MATCH (n:ReleasedEntity {id: id})
WITH id, head(collect(n)) AS n
REMOVE n:ReleasedEntity
SET n:Entity, n._bycn = ''
RETURN count(n) AS taken
