// The TOOK_PART_IN facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:TOOK_PART_IN {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
