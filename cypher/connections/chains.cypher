// Chains of at most three ties
//
// By which chains of one, two or three ties is one place or body, or what lies inside it, connected
// with another, none through a country, those without a plan first among equally long ones?
//
// Parameters
//   $first (entity, widen) = Novopolotsk: where the chains begin, with all that lies inside it
//   $second (entity, widen) = Shandong: where they end, likewise
//   $limit (integer 1..1000000000) = 1000: how many rows at the most; all chains are made before
//     they are sorted, so between two hubs of thousands of facts bycn path is what answers
// Columns
//   ties: how long the chain is
//   plan: whether one of its ties is only planned, proposed or talked about
//   through: the names on the chain
//   ids: their ids
//   types: the types of its facts
//   facts: the ids of its facts
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)-[a]-(x:Entity)
WHERE $first IN near.inside AND NOT $second IN x.inside AND x.type <> 'country'
  AND a.trait = 'tie' /* filters a */
WITH collect(DISTINCT x.id) AS beside
// From the far end inwards, a tie a step; what lies inside the first party ends a chain.
MATCH (:Entity {id: $second})<-[:LOCATED_IN|PART_OF*0..8]-(far)-[c]-(y:Entity)
WHERE $second IN far.inside AND c.trait = 'tie' /* filters c */
  AND ($first IN y.inside OR NOT $second IN y.inside AND y.type <> 'country')
WITH DISTINCT beside, far, c, y
WITH beside, y, collect({ties: [c], on: [far]}) AS tails
OPTIONAL MATCH (y)-[b]-(x:Entity)
WHERE NOT $first IN y.inside AND ($first IN x.inside OR x.id IN beside)
  AND b.trait = 'tie' /* filters b */
WITH coalesce(x, y) AS x, collect(CASE WHEN b IS NULL THEN tails
       ELSE [tail IN tails | {ties: [b] + tail.ties, on: [y] + tail.on}] END) AS tails
OPTIONAL MATCH (x)-[a]-(near:Entity)
WHERE $first IN near.inside AND NOT $first IN x.inside AND a.trait = 'tie' /* filters a */
UNWIND tails AS some
UNWIND some AS tail
WITH CASE WHEN a IS NULL THEN tail.ties ELSE [a] + tail.ties END AS ties,
     CASE WHEN a IS NULL THEN [x] ELSE [near, x] END + tail.on AS on
WHERE $first IN on[0].inside AND NOT ($first IN on[-1].inside AND $second IN on[0].inside)
RETURN size(ties) AS ties, any(r IN ties WHERE r.plan) AS plan, [n IN on | n.name] AS through,
       [n IN on | n.id] AS ids, [r IN ties | type(r)] AS types, [r IN ties | r.id] AS facts
ORDER BY ties, plan, facts
LIMIT $limit
