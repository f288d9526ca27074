// Partners of a place by type
//
// What sorts of partners across the border does a place have, itself or inside it, and through which types of facts?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   entity_type: what sort of partner
//   type: the fact's type
//   partners: how many partners
//   ties: how many facts
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT home, near
MATCH (near)-[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]-(far:Entity)
WHERE far.country <> home.country /* filters r */
RETURN far.type AS entity_type, type(r) AS type, count(DISTINCT far) AS partners, count(DISTINCT r) AS ties
ORDER BY entity_type, type
LIMIT $limit
