// The load of $token is still at work, or with $alive false is not: lock the state, then see whether it is that load's
MATCH (l:BycnLoad {id: 'bycn'})
SET l.locked = true
WITH l
WHERE l.token = $token AND l.alive IS NOT NULL
SET l.alive = CASE WHEN $alive THEN timestamp() END
RETURN count(l) AS told
