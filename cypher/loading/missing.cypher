// Which of the ids in $ids have no entity
UNWIND $ids AS id
OPTIONAL MATCH (n:Entity {id: id})
WITH id, n
WHERE n IS NULL
RETURN DISTINCT id
ORDER BY id
