// Picture: all shortest paths between two entities
//
// By which paths of as few facts as can be are two entities connected, structure and figures
// counted like ties, none through a country?
//
// Parameters
//   $first (entity, widen) = Novopolotsk: where the paths begin
//   $second (entity, widen) = Shandong: where they end
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   path: the path
//   hops: how long it is
//   facts: the ids of its facts
MATCH (a:Entity {id: $first}), (b:Entity {id: $second})
MATCH path = ALL SHORTEST (a)
      ((x:Entity)-[r]-(y:Entity)
       WHERE r.trait IS NOT NULL AND (y.type <> 'country' OR y.id = $second)
       /* filters r */){1,8} (b)
RETURN path, length(path) AS hops, [hop IN relationships(path) | hop.id] AS facts
ORDER BY hops, facts
LIMIT $limit
