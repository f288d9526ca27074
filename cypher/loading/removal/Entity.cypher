// The Entity nodes of $ids removed
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n._bycn IS NOT NULL
DELETE n
RETURN count(*) AS removed
