// Places tied to a place
//
// Which provinces (or cities, universities …) are tied to an entity or to what is inside it, through which facts?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the entity whose ties are asked for
//   $to (entity_type) = province: what type of entity to look for
//   $direct (boolean) = false: leave out what is inside, on both sides
//   $events (boolean) = false: count events and memberships too
//   $limit (integer) = 1000: how many rows at the most
// Filters
// Columns
//   id: the id of an entity found
//   name: its name
//   fact: the fact's id
//   type: the fact's type
//   title: what the fact says
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was told
//   status: how far it has come
//   near: the end on this side
//   far: the end on that side
//   sources: where it is told
MATCH (home:Entity {id: $place})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE NOT $direct AND all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE NOT $direct AND all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
UNWIND located + members + [home] AS found
WITH home, collect(DISTINCT found) AS inside
// The list stays in here: in the rows that leave it would be compared and sorted with each. It is searched only for
// what lies in the same country.
CALL (home, inside) {
  UNWIND inside AS near
  MATCH (near)-[r]-(far:Entity)
  WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR']
    AND ($events OR NOT type(r) IN ['MEMBER_OF', 'TOOK_PART_IN'])
    AND (far.country <> home.country OR NOT far IN inside)
    AND NOT type(r) IN $without_types
    AND NOT coalesce(r.status, 'none') IN $without_statuses
    AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
    AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
    AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
  MATCH up = (far)-[:LOCATED_IN*0..6]->(target:Entity)
  WHERE target.type = $to AND (target.country <> home.country OR NOT target IN inside)
    AND ($direct = false OR length(up) = 0)
    AND all(n IN nodes(up) WHERE n.country = target.country)
  RETURN near, r, far, target
}
RETURN target.id AS id, target.name AS name, r.id AS fact, type(r) AS type, r.title AS title, r.date AS date,
       r.valid AS valid, r.announced AS announced, r.status AS status,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.from_unnamed, near.name)
         ELSE coalesce(r.to_unnamed, near.name)
       END AS near,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.to_unnamed, far.name)
         ELSE coalesce(r.from_unnamed, far.name)
       END AS far,
       r.sources AS sources
ORDER BY name, date, fact
LIMIT $limit
