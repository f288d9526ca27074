// Chains of at most three ties
//
// By which chains of one, two or three ties is one place or body, or what lies inside it, connected
// with another, none through a country, those that rest on no plan first among equally long ones?
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
//   facts_a_tie: by how many facts each tie is told, plans aside
//   plans_a_tie: by how many plans
//   facts: the ids of the facts, those of the first tie first, plans aside
//   plans: the ids of what is only planned, proposed or talked about, in the same order
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)-[a {trait: 'tie'}]-(x:Entity)
WHERE $first IN near.inside AND NOT $second IN x.inside AND x.type <> 'country' /* filters a */
WITH collect(DISTINCT x.id) AS beside
// From the far end inwards, a tie a step; what lies inside the first party ends a chain.
MATCH (:Entity {id: $second})<-[:LOCATED_IN|PART_OF*0..8]-(far)-[c {trait: 'tie'}]-(y:Entity)
WHERE $second IN far.inside /* filters c */
  AND ($first IN y.inside OR NOT $second IN y.inside AND y.type <> 'country')
WITH DISTINCT beside, far, y, {id: c.id, plan: c.plan} AS told
ORDER BY told.id
WITH beside, far, y, collect(told) AS tie
WITH beside, y, collect({ties: [tie], on: [far]}) AS tails
OPTIONAL MATCH (y)-[b {trait: 'tie'}]-(x:Entity)
WHERE NOT $first IN y.inside AND ($first IN x.inside OR x.id IN beside) /* filters b */
WITH y, x, tails, CASE WHEN b IS NOT NULL THEN {id: b.id, plan: b.plan} END AS told
ORDER BY told.id
WITH y, x, head(collect(tails)) AS tails, collect(told) AS tie
WITH coalesce(x, y) AS x, collect(CASE tie WHEN [] THEN tails
       ELSE [tail IN tails | {ties: [tie] + tail.ties, on: [y] + tail.on}] END) AS tails
OPTIONAL MATCH (x)-[a {trait: 'tie'}]-(near:Entity)
WHERE $first IN near.inside AND NOT $first IN x.inside /* filters a */
WITH x, near, tails, CASE WHEN a IS NOT NULL THEN {id: a.id, plan: a.plan} END AS told
ORDER BY told.id
WITH x, near, head(collect(tails)) AS tails, collect(told) AS tie
UNWIND reduce(all = [], some IN tails | all + some) AS tail
WITH CASE tie WHEN [] THEN tail.ties ELSE [tie] + tail.ties END AS ties,
     CASE tie WHEN [] THEN [x] ELSE [near, x] END + tail.on AS on
WHERE $first IN on[0].inside AND NOT ($first IN on[-1].inside AND $second IN on[0].inside)
WITH [n IN on | n.name] AS through, [n IN on | n.id] AS ids, [tie IN ties |
       {facts: [r IN tie WHERE NOT r.plan | r.id], plans: [r IN tie WHERE r.plan | r.id]}] AS ties
RETURN size(ties) AS ties, any(tie IN ties WHERE tie.facts = []) AS plan, through, ids,
       [tie IN ties | size(tie.facts)] AS facts_a_tie,
       [tie IN ties | size(tie.plans)] AS plans_a_tie,
       reduce(all = [], tie IN ties | all + tie.facts) AS facts,
       reduce(all = [], tie IN ties | all + tie.plans) AS plans
ORDER BY ties, plan, ids
LIMIT $limit
