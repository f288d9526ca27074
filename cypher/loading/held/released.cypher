// The nodes that an earlier load let go of
MATCH (n:ReleasedSource|ReleasedDocument|ReleasedEntity)
WHERE n.id IS NOT NULL
RETURN CASE WHEN n:ReleasedSource THEN 'Source' WHEN n:ReleasedDocument THEN 'Document' WHEN n:ReleasedEntity THEN 'Entity' END AS name, n.id AS id
