// What lies inside a place
//
// Which entities lie inside a place or belong to a body, itself included?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the place or body
// Columns
//   id: the id of an entity inside
MATCH (home:Entity {id: $place})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
UNWIND located + members + [home] AS n
RETURN DISTINCT n.id AS id
ORDER BY id
