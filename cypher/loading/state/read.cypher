// What the last load left
MATCH (l:BycnLoad {id: 'bycn'})
RETURN properties(l) AS state
ORDER BY l.id
