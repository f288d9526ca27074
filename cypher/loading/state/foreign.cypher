// Whether entities are there of which none was loaded by bycn
MATCH (e:Entity)
RETURN e._bycn IS NULL AS foreign
ORDER BY foreign
LIMIT 1
