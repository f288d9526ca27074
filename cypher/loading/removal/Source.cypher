// The Source nodes of $ids removed
UNWIND $ids AS id
MATCH (n:Source {id: id})
WHERE n._bycn IS NOT NULL
DELETE n
RETURN count(*) AS removed
