// Provinces tied to a place
//
// Which Chinese provinces is a Belarusian place tied to, itself or through what is inside it, how often and by what?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   name: the province
//   id: its id
//   ties: how many facts tie it, plans aside
//   plans: how many are planned, proposed or talked about
//   types: the types of these facts
//   facts: the ids of the facts behind the row
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
MATCH (near)-[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]-(far:Entity)
WHERE far.country <> home.country
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH DISTINCT r, far
MATCH up = (far)-[:LOCATED_IN*0..6]->(province:Entity)
WHERE province.type = 'province' AND all(n IN nodes(up) WHERE n.country = province.country)
WITH DISTINCT province, r,
     CASE WHEN coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] THEN 1 ELSE 0 END AS plan
ORDER BY r.id
WITH province, count(r) AS facts_found, sum(plan) AS plans, collect(DISTINCT type(r)) AS types, collect(r.id) AS facts
UNWIND types AS type
WITH province, facts_found, plans, facts, type
ORDER BY type
WITH province, facts_found, plans, facts, collect(type) AS types
RETURN province.name AS name, province.id AS id, facts_found - plans AS ties, plans, types, facts
ORDER BY ties DESC, plans DESC, name, id
LIMIT $limit
