// Chains of at most three ties
//
// By which chains of one, two or three ties is one place or body, or what lies inside it, connected
// with another, none through a country, those without a plan first among equally long ones?
//
// Parameters
//   $first (entity, widen) = Novopolotsk: where the chains begin, with all that lies inside it
//   $second (entity, widen) = Shandong: where they end, likewise
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   ties: how long the chain is
//   plan: whether one of its ties is only planned, proposed or talked about
//   through: the names on the chain
//   ids: their ids
//   types: the types of its facts
//   facts: the ids of its facts
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $first IN near.inside
WITH DISTINCT near
MATCH chain = (near)-[ties*1..3]-(far:Entity)
WHERE all(r IN ties WHERE r.trait = 'tie' /* filters r */)
  AND none(n IN nodes(chain) WHERE n.type = 'country' AND NOT n.id IN [$first, $second])
WITH *
WHERE $second IN far.inside AND NOT ($first IN far.inside AND $second IN near.inside)
  AND none(n IN nodes(chain)[1..-1] WHERE $first IN n.inside OR $second IN n.inside)
RETURN length(chain) AS ties, any(r IN ties WHERE r.plan) AS plan,
       [n IN nodes(chain) | n.name] AS through, [n IN nodes(chain) | n.id] AS ids,
       [r IN ties | type(r)] AS types, [r IN ties | r.id] AS facts
ORDER BY ties, plan, facts
LIMIT $limit
