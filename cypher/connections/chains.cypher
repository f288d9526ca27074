// Chains of at most three ties
//
// By which chains of one, two or three ties is one place or body, or what lies inside it, connected
// with another, none through a country, those without a plan first among equally long ones?
//
// Parameters
//   $first (entity, widen) = Novopolotsk: where the chains begin, with all that lies inside it
//   $second (entity, widen) = Shandong: where they end, likewise
//   $limit (integer 1..1000000000) = 1000: how many rows at the most; longer chains are sought only
//     where there are fewer shorter ones
// Columns
//   ties: how long the chain is
//   plan: whether one of its ties is only planned, proposed or talked about
//   through: the names on the chain
//   ids: their ids
//   types: the types of its facts
//   facts: the ids of its facts
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near:Entity) WHERE $first IN near.inside
// What one tie leads to, then what the next one does, each with the ties that lead there. Chains
// are made at the far end alone, and longer ones only where shorter ones leave rows.
WITH DISTINCT near MATCH (near)-[a]-(x:Entity) WHERE a.trait = 'tie' /* filters a */
WITH x, collect({ties: [a], on: [near, x]}) AS heads
WITH collect({at: x, heads: heads}) AS begun
CALL { WITH begun UNWIND begun AS way UNWIND way.heads AS chain
  WITH chain, chain.ties[0] AS tie, chain.on[0] AS near, chain.on[1] AS far
  WHERE $second IN far.inside AND NOT ($first IN far.inside AND $second IN near.inside)
  WITH chain, tie ORDER BY tie.plan, tie.id LIMIT $limit
  RETURN collect(chain) AS one }
CALL { WITH begun, one UNWIND CASE WHEN size(one) < $limit THEN range(0, size(begun) - 1) END AS n
  WITH n, begun[n].at AS x
  WHERE x.type <> 'country' AND NOT ($first IN x.inside OR $second IN x.inside)
  MATCH (x)-[b]-(y:Entity) WHERE b.trait = 'tie' /* filters b */
  WITH y, collect({n: n, tie: b}) AS steps RETURN collect({at: y, steps: steps}) AS gone }
CALL { WITH begun, gone UNWIND gone AS way
  WITH begun, way.steps AS steps, way.at AS far WHERE $second IN far.inside
  UNWIND steps AS step UNWIND begun[step.n].heads AS head WITH head, step, far
  WHERE NOT ($first IN far.inside AND $second IN head.on[0].inside)
  WITH head.ties + [step.tie] AS ties, head.on + [far] AS on
  ORDER BY any(r IN ties WHERE r.plan), [r IN ties | r.id] LIMIT $limit
  RETURN collect({ties: ties, on: on}) AS two }
CALL { WITH begun, gone, one, two UNWIND CASE WHEN size(one + two) < $limit THEN gone END AS way
  WITH begun, way.steps AS steps, way.at AS y
  WHERE y.type <> 'country' AND NOT ($first IN y.inside OR $second IN y.inside)
  MATCH (y)-[c]-(far:Entity) WHERE $second IN far.inside AND c.trait = 'tie' /* filters c */
  UNWIND steps AS step UNWIND begun[step.n].heads AS head WITH head, step, y, c, far
  WHERE NOT ($first IN far.inside AND $second IN head.on[0].inside)
  WITH head.ties + [step.tie, c] AS ties, head.on + [y, far] AS on
  ORDER BY any(r IN ties WHERE r.plan), [r IN ties | r.id] LIMIT $limit
  RETURN collect({ties: ties, on: on}) AS three }
UNWIND one + two + three AS chain WITH chain.ties AS ties, chain.on AS on
RETURN size(ties) AS ties, any(r IN ties WHERE r.plan) AS plan, [n IN on | n.name] AS through,
       [n IN on | n.id] AS ids, [r IN ties | type(r)] AS types, [r IN ties | r.id] AS facts
ORDER BY ties, plan, facts
LIMIT $limit
