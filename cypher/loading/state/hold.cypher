// Before a transaction commits: lock the state, then see whether the load of $token is still the one that may write
MATCH (l:BycnLoad {id: 'bycn'})
SET l.locked = true
WITH l
WHERE l.token = $token
SET l.complete = false,
    l.finished = null,
    l.writes = l.writes + 1
RETURN count(l) AS held
