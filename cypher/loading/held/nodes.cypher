// The id and digest of every node; no digest: not of bycn
MATCH (n:Source|Document|Entity)
WHERE n.id IS NOT NULL
RETURN CASE WHEN n:Source THEN 'Source' WHEN n:Document THEN 'Document' ELSE 'Entity' END AS key, n.id AS id,
       CASE WHEN n._bycn IS NOT NULL THEN coalesce(n._digest, '') END AS digest
