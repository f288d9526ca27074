// Partners of a place by type
//
// What sorts of partners across the border does a place have, itself or inside it, and through which types of facts?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   entity_type: what sort of partner
//   type: the fact's type
//   partners: how many partners
//   ties: how many facts
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
RETURN far.type AS entity_type, type(r) AS type, count(DISTINCT far) AS partners, count(DISTINCT r) AS ties
ORDER BY entity_type, type
LIMIT $limit
