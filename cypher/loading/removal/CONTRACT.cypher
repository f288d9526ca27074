// The CONTRACT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:CONTRACT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
