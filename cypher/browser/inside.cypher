// Picture: what lies inside a place
//
// What lies inside a place or belongs to a body, and by which chain?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   chain: the chain, from the place down
//   hops: how long it is
//   ids: the ids of the entities on it
MATCH (home:Entity {id: $entity})
MATCH chain = (home) (()<-[:LOCATED_IN|PART_OF]-()){1,8} ()
WHERE all(n IN nodes(chain) WHERE n.country = home.country)
  AND all(r IN relationships(chain) WHERE type(r) = type(relationships(chain)[0]))
RETURN chain, length(chain) AS hops, [n IN nodes(chain) | n.id] AS ids
ORDER BY hops, ids
LIMIT $limit
