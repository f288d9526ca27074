// All paths between two entities
//
// By which chains of facts are two entities connected, those without a plan first, the shorter ones first, none
// through a country?
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
//   plan: whether one of them is only planned, proposed or talked about
MATCH (a:Entity {id: $first}), (b:Entity {id: $second})
WHERE a <> b
// Paths are looked for from the end that has fewer facts; that an end has very many is all that is counted.
WITH a, b,
     COUNT { MATCH (a)--(x:Entity) RETURN x LIMIT 1000 } <= COUNT { MATCH (b)--(x:Entity) RETURN x LIMIT 1000 } AS forth
WITH forth, CASE WHEN forth THEN a ELSE b END AS few, CASE WHEN forth THEN b ELSE a END AS many
CALL (few, many) {
  MATCH (few)-[r1]-(many)
  WHERE $hops >= 1
  RETURN [few, many] AS steps, [r1] AS hops
  UNION ALL
  MATCH (few)-[r1]-(x:Entity)
  WHERE $hops >= 2 AND x.type <> 'country' AND x <> few AND x <> many
  WITH few, many, x, collect(r1) AS firsts
  MATCH (x)-[r2]-(many)
  UNWIND firsts AS r1
  RETURN [few, x, many] AS steps, [r1, r2] AS hops
  UNION ALL
  MATCH (few)-[r1]-(x:Entity)
  WHERE $hops >= 3 AND x.type <> 'country' AND x <> few AND x <> many
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
  RETURN [few, step.x, y, many] AS steps, [r1, step.r2, r3] AS hops
}
WITH CASE WHEN forth THEN steps ELSE reverse(steps) END AS steps,
     CASE WHEN forth THEN hops ELSE reverse(hops) END AS hops
WHERE all(r IN hops WHERE r.trait IS NOT NULL /* filters r */)
RETURN size(hops) AS hops, [n IN steps | n.name] AS through, [n IN steps | n.id] AS ids,
       [hop IN hops | type(hop)] AS types, [hop IN hops | hop.id] AS facts, any(hop IN hops WHERE hop.plan) AS plan
ORDER BY plan, hops, facts
LIMIT $limit
