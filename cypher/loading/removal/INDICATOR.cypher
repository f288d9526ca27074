// The INDICATOR facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:INDICATOR {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
