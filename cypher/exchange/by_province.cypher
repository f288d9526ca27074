// The exchange by province
//
// Which Chinese provinces is the exchange tied to, through which companies, bodies and places in them?
//
// Parameters
//   $entity (entity) = BUTB: the exchange
//   $limit (integer) = 100: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   partners: who is tied to the exchange there
//   facts: the ids of the facts behind the row
MATCH (exchange:Entity {id: $entity})
      -[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]
      -(far:Entity {country: 'CN'})
WHERE r.trait IS NOT NULL /* filters r */
MATCH (province:Province)
WHERE province.id IN far.inside
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
