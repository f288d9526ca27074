// The ACCREDITED_AT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:ACCREDITED_AT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
