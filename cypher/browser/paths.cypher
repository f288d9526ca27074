// Picture: the shortest paths between two entities
//
// By which shortest chains of facts are two entities connected, none through a country?
//
// Parameters
//   $start (entity, widen) = Novopolotsk: where the paths begin
//   $end (entity, widen) = Shandong: where they end
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   path: the path
//   hops: how long it is
//   facts: the ids of its facts
MATCH (a:Entity {id: $start}), (b:Entity {id: $end})
MATCH path = ALL SHORTEST (a) ((x:Entity)-[r]-(y:Entity) WHERE (y.type <> 'country' OR y.id = $end)
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)){1,8} (b)
RETURN path, length(path) AS hops, [hop IN relationships(path) | hop.id] AS facts
ORDER BY hops, facts
LIMIT $limit
