// Shortest paths between two entities
//
// Which are the shortest chains of facts between two entities that run through no country, plans left out?
//
// Parameters
//   $first (entity, widen) = Novopolotsk: where the paths begin
//   $second (entity, widen) = Shandong: where they end
//   $hops (integer) = 3: how many hops, three at the most
//   $limit (integer) = 100: how many rows at the most
// Columns
//   hops: how long the path is
//   through: the names on the path
//   ids: their ids
//   types: the types of its facts
//   facts: the ids of its facts
MATCH (a:Entity {id: $first}), (b:Entity {id: $second})
WHERE a <> b
// Paths are looked for from the end that has fewer facts; that an end has very many is all that is counted.
WITH a, b,
     COUNT { MATCH (a)--(x:Entity) RETURN x LIMIT 1000 } <= COUNT { MATCH (b)--(x:Entity) RETURN x LIMIT 1000 } AS forth
WITH forth, CASE WHEN forth THEN a ELSE b END AS few, CASE WHEN forth THEN b ELSE a END AS many
CALL (few, many) {
  MATCH (few)-[r1]-(many)
  WITH [few, many] AS steps, [r1] AS hops
  WHERE $hops >= 1 AND all(r IN hops WHERE NOT r.plan /* filters r */)
  RETURN collect({steps: steps, hops: hops}) AS found_by_one
}
// Longer ones only where there are none as short.
CALL (few, many, found_by_one) {
  WITH few, many, found_by_one
  WHERE $hops >= 2 AND found_by_one = []
  MATCH (few)-[r1]-(x:Entity)
  WHERE x.type <> 'country' AND x <> few AND x <> many
  WITH few, many, x, collect(r1) AS firsts
  MATCH (x)-[r2]-(many)
  UNWIND firsts AS r1
  WITH [few, x, many] AS steps, [r1, r2] AS hops
  WHERE all(r IN hops WHERE NOT r.plan /* filters r */)
  RETURN collect({steps: steps, hops: hops}) AS found_by_two
}
CALL (few, many, found_by_one, found_by_two) {
  WITH few, many, found_by_one, found_by_two
  WHERE $hops >= 3 AND found_by_one = [] AND found_by_two = []
  MATCH (few)-[r1]-(x:Entity)
  WHERE x.type <> 'country' AND x <> few AND x <> many
  WITH few, many, x, collect(r1) AS firsts
  WITH few, many, x, firsts, COUNT { MATCH (x)--(y:Entity) RETURN y LIMIT 1000 } = 1000 AS is_hub
  // A hub's facts are not walked through: whether it is tied to a neighbour of the other end is asked of the neighbour.
  CALL (many, x, is_hub) {
    WITH x, is_hub
    WHERE NOT is_hub
    MATCH (x)-[r2]-(y:Entity)
    RETURN y, r2
    UNION ALL
    WITH many, x, is_hub
    WHERE is_hub
    MATCH (many)--(y:Entity)
    WITH DISTINCT x, y
    MATCH (y)-[r2]-(x)
    RETURN y, r2
  }
  WITH few, many, x, firsts, y, r2
  WHERE y.type <> 'country' AND y <> few AND y <> many AND y <> x
  WITH few, many, y, collect({x: x, firsts: firsts, r2: r2}) AS before
  MATCH (y)-[r3]-(many)
  UNWIND before AS step
  UNWIND step.firsts AS r1
  WITH [few, step.x, y, many] AS steps, [r1, step.r2, r3] AS hops
  WHERE all(r IN hops WHERE NOT r.plan /* filters r */)
  RETURN collect({steps: steps, hops: hops}) AS found_by_three
}
UNWIND found_by_one + found_by_two + found_by_three AS found
WITH CASE WHEN forth THEN found.steps ELSE reverse(found.steps) END AS steps,
     CASE WHEN forth THEN found.hops ELSE reverse(found.hops) END AS hops
RETURN size(hops) AS hops, [n IN steps | n.name] AS through, [n IN steps | n.id] AS ids,
       [hop IN hops | type(hop)] AS types, [hop IN hops | hop.id] AS facts
ORDER BY hops, facts
LIMIT $limit
