// Shortest paths between two entities
//
// Which are the shortest chains of facts between two entities that run through no country?
//
// Parameters
//   $start (entity, widen) = Novopolotsk: where the paths begin
//   $end (entity, widen) = Shandong: where they end
//   $hops (integer) = 3: how many hops, three at the most
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   hops: how long the path is
//   through: the names on the path
//   ids: their ids
//   types: the types of its facts
//   facts: the ids of its facts
MATCH (a:Entity {id: $start}), (b:Entity {id: $end})
MATCH p = (a) ((x:Entity)-[r]-(y:Entity) WHERE (y.type <> 'country' OR y.id = $end)
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)){1,3} (b)
WHERE length(p) <= $hops AND all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m = n))
WITH length(p) AS hops, p
ORDER BY hops
WITH collect({hops: hops, path: p}) AS found
UNWIND [one IN found WHERE one.hops = found[0].hops] AS one
WITH one.hops AS hops, one.path AS p
RETURN hops, [n IN nodes(p) | n.name] AS through, [n IN nodes(p) | n.id] AS ids,
       [hop IN relationships(p) | type(hop)] AS types, [hop IN relationships(p) | hop.id] AS facts
ORDER BY hops, facts
LIMIT $limit
