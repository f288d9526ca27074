// The TWINNED_WITH facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:TWINNED_WITH {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
