// Chains of at most three ties
//
// By which chains of one, two or three ties is one place or body, or what lies inside it, connected
// with another, none through a country, those without a plan first among equally long ones?
//
// Parameters
//   $first (entity, widen) = Novopolotsk: where the chains begin, with all that lies inside it
//   $second (entity, widen) = Shandong: where they end, likewise
//   $limit (integer 1..1000000000) = 1000: how many rows at the most; longer chains are sought only
//     where shorter ones are fewer, which takes long between hubs of thousands of facts: there
//     bycn path is what finds the best chain
// Columns
//   ties: how long the chain is
//   plan: whether one of its ties is only planned, proposed or talked about
//   through: the names on the chain
//   ids: their ids
//   types: the types of its facts
//   facts: the ids of its facts
CALL { MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near:Entity)
  WHERE $first IN near.inside WITH DISTINCT near MATCH (near)-[a]-(far:Entity)
  WHERE $second IN far.inside AND NOT ($first IN far.inside AND $second IN near.inside)
    AND a.trait = 'tie' /* filters a */
  WITH near, a, far ORDER BY a.plan, a.id LIMIT $limit
  RETURN collect({ties: [a], on: [near, far]}) AS one }
// Longer chains begin nowhere where shorter ones are as many as the rows that are wanted.
WITH one, CASE WHEN size(one) < $limit THEN $first END AS start
CALL { WITH start MATCH (:Entity {id: start})<-[:LOCATED_IN|PART_OF*0..8]-(near:Entity)
  WHERE $first IN near.inside WITH DISTINCT near MATCH (near)-[a]-(x:Entity)
  WHERE x.type <> 'country' AND NOT ($first IN x.inside OR $second IN x.inside)
    AND a.trait = 'tie' /* filters a */
  MATCH (x)-[b]-(far:Entity)
  WHERE $second IN far.inside AND NOT ($first IN far.inside AND $second IN near.inside)
    AND b.trait = 'tie' /* filters b */
  WITH near, a, x, b, far ORDER BY a.plan OR b.plan, a.id, b.id LIMIT $limit
  RETURN collect({ties: [a, b], on: [near, x, far]}) AS two }
WITH one + two AS found, CASE WHEN size(one + two) < $limit THEN $first END AS start
CALL { WITH start MATCH (:Entity {id: start})<-[:LOCATED_IN|PART_OF*0..8]-(near:Entity)
  WHERE $first IN near.inside WITH DISTINCT near MATCH (near)-[a]-(x:Entity)
  WHERE x.type <> 'country' AND NOT ($first IN x.inside OR $second IN x.inside)
    AND a.trait = 'tie' /* filters a */
  WITH DISTINCT x MATCH (x)-[b]-(y:Entity)
  WHERE y.type <> 'country' AND NOT ($first IN y.inside OR $second IN y.inside)
    AND b.trait = 'tie' /* filters b */
  MATCH (y)-[c]-(far:Entity) WHERE $second IN far.inside AND c.trait = 'tie' /* filters c */
  MATCH (x)-[a]-(near:Entity)
  WHERE $first IN near.inside AND NOT ($first IN far.inside AND $second IN near.inside)
    AND a.trait = 'tie' /* filters a */
  WITH near, a, x, b, y, c, far ORDER BY a.plan OR b.plan OR c.plan, a.id, b.id, c.id LIMIT $limit
  RETURN collect({ties: [a, b, c], on: [near, x, y, far]}) AS three }
UNWIND found + three AS chain WITH chain.ties AS ties, chain.on AS on
RETURN size(ties) AS ties, any(r IN ties WHERE r.plan) AS plan, [n IN on | n.name] AS through,
       [n IN on | n.id] AS ids, [r IN ties | type(r)] AS types, [r IN ties | r.id] AS facts
ORDER BY ties, plan, facts
LIMIT $limit
