// Belarusian places tied to a province
//
// Which Belarusian regions, cities and districts are tied to a Chinese province or to what is inside it, and through
// which facts?
//
// Parameters
//   $province (entity) = Shandong: the province, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   name: the place
//   id: its id
//   entity_type: its type
//   with: the other end
//   fact: the fact's id
//   type: the fact's type
//   title: what the fact says
//   date: when, as written
//   status: how far it has come
//   sources: where it is told
MATCH (home:Entity {id: $province})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS inside
UNWIND inside AS near
WITH DISTINCT home, near
MATCH (near)-[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]-(far:Entity)
WHERE far.country <> home.country
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
// The way up is gone once for each party, however many facts it has.
WITH far, collect({near: near, fact: r}) AS ties
MATCH up = (far)-[:LOCATED_IN*0..6]->(place:Entity)
WHERE place.type IN ['oblast', 'city', 'district'] AND all(n IN nodes(up) WHERE n.country = place.country)
UNWIND ties AS tie
WITH DISTINCT place, tie.near AS near, tie.fact AS r
RETURN place.name AS name, place.id AS id, place.type AS entity_type,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.from_unnamed, near.name)
         ELSE coalesce(r.to_unnamed, near.name)
       END AS with,
       r.id AS fact, type(r) AS type, r.title AS title, r.date AS date, r.status AS status, r.sources AS sources
ORDER BY name, id, date, fact
LIMIT $limit
