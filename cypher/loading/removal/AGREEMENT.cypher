// The AGREEMENT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:AGREEMENT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
