// The Document nodes of $ids removed
UNWIND $ids AS id
MATCH (n:Document {id: id})
WHERE n._bycn IS NOT NULL
DELETE n
RETURN count(*) AS removed
