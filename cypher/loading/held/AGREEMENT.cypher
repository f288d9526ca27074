// The ids of AGREEMENT facts behind $after, $limit at the most, with their digests; none: not of bycn
MATCH ()-[r:AGREEMENT]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found
