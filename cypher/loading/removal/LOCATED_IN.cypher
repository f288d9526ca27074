// The LOCATED_IN facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:LOCATED_IN {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
