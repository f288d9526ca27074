// Companies at the exchange without a reported accreditation
//
// Which companies buy or sell at the exchange, or are to, though none of them is reported to be
// accredited, plans apart?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   company: the company
//   id: its id
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (exchange:Entity {id: $entity})
// No engine seeks facts of several types by a property: the exchange holds the ends of those that
// name it.
UNWIND [exchange.id] + coalesce(exchange._ends, []) AS near
WITH *
MATCH (party:Entity {id: near})-[r:TRADE_FLOW|CONTRACT]-(:Entity)
WHERE (r.venue = $entity OR party.id = $entity) AND r.trait IS NOT NULL /* filters r */
WITH DISTINCT exchange, r
UNWIND [startNode(r), endNode(r)] AS company
OPTIONAL MATCH (company)-[accredited:ACCREDITED_AT]->(exchange)
WHERE NOT accredited.plan
WITH company, r, count(accredited) AS roles
WHERE roles = 0 AND company.type = 'company'
WITH company, r ORDER BY r.id
WITH company, collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
RETURN company.name AS company, company.id AS id, facts, plans
ORDER BY company, id
LIMIT $limit
