// What lies inside a place
//
// Which places, bodies and events lie inside a place or belong to a body, by chains of location alone or of
// membership alone?
//
// Parameters
//   $place (entity, widen) = Brest: the place or body
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: what lies inside
//   id: its id
//   entity_type: its type
MATCH (home:Entity {id: $place})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS inside
UNWIND inside AS near
WITH DISTINCT home, near
WHERE near <> home
RETURN near.name AS name, near.id AS id, near.type AS entity_type
ORDER BY entity_type, name, id
LIMIT $limit
