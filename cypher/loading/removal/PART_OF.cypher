// The PART_OF facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:PART_OF {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
