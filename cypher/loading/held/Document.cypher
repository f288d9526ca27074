// The ids of Document nodes behind $after, $limit at the most, with their digests; none: not of bycn
MATCH (n:Document)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN collect([n.id, CASE WHEN n._bycn IS NOT NULL THEN coalesce(n._digest, '') END]) AS found
