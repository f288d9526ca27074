// The exchange by province
//
// Which Chinese provinces is the exchange tied to, or is to be, through which companies, bodies and
// places in them?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   ties: how many facts tie it to the exchange, plans aside
//   partners: who is tied to the exchange there, plans aside
//   planned_partners: who is to be, or means to do more
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (exchange:Entity {id: $entity})
// No engine seeks facts of several types by a property: the exchange holds the ends of those that
// name it.
UNWIND [exchange.id] + coalesce(exchange._ends, []) AS near
WITH *
MATCH (party:Entity {id: near})-[r]-(:Entity)
WHERE r.trait = 'tie' AND (r.venue = $entity OR party.id = $entity) /* filters r */
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
WITH r, CASE WHEN b.country = 'CN' THEN b.inside ELSE a.inside END AS holders,
     CASE WHEN b.country = 'CN' THEN coalesce(r.to_unnamed, b.name)
     ELSE coalesce(r.from_unnamed, a.name) END AS partner
UNWIND holders AS holder
WITH r, partner, holder
MATCH (province:Entity {id: holder, type: 'province'})
WITH province, r, partner ORDER BY partner, r.id
WITH province, collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN NOT r.plan THEN partner END) AS partners,
     collect(CASE WHEN r.plan THEN r.id END) AS plans,
     collect(DISTINCT CASE WHEN r.plan THEN partner END) AS planned_partners
RETURN province.name AS province, province.id AS id, size(facts) AS ties, partners,
       planned_partners, facts, plans
ORDER BY ties DESC, province, id
LIMIT $limit
