// The exchange by province
//
// Which Chinese provinces is the exchange tied to, through which companies, bodies and places in them?
//
// Parameters
//   $exchange (entity) = BUTB: the exchange
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   province: the province
//   id: its id
//   partners: who is tied to the exchange there
//   facts: the ids of the facts behind the row
MATCH (exchange:Entity {id: $exchange})
      -[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]
      -(far:Entity {country: 'CN'})
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
MATCH up = (far)-[:LOCATED_IN*0..6]->(province:Province)
WHERE all(n IN nodes(up) WHERE n.country = 'CN')
WITH DISTINCT province, far, r
ORDER BY far.name, r.id
WITH province, collect(DISTINCT far.name) AS partners, collect(DISTINCT r.id) AS unordered
UNWIND unordered AS fact
WITH province, partners, fact
ORDER BY fact
WITH province, partners, collect(fact) AS facts
RETURN province.name AS province, province.id AS id, partners, facts
ORDER BY province, id
LIMIT $limit
