// What the last load left, and whether one is under way, heard of in the last $patience milliseconds
MATCH (l:BycnLoad {id: 'bycn'})
RETURN l {.*, under_way: coalesce(abs(timestamp() - toIntegerOrNull(l.alive)) < $patience, false)} AS state
ORDER BY l.id
