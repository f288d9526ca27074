// The COOPERATES_WITH facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:COOPERATES_WITH {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
