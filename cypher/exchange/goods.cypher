// Goods traded on the exchange
//
// Which goods are traded on the exchange, or are to be, in which direction?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   good: the good or service
//   exports: in how many facts Belarus sells it, plans aside
//   imports: in how many Belarus buys it, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (exchange:Entity {id: $entity})
// No engine seeks facts of several types by a property: the exchange holds the ends of those that
// name it.
UNWIND [exchange.id] + coalesce(exchange._ends, []) AS near
WITH *
MATCH (party:Entity {id: near})-[r:TRADE_FLOW|CONTRACT|COOPERATES_WITH]-(:Entity)
WHERE (r.venue = $entity OR party.id = $entity) AND (r.plan OR type(r) <> 'COOPERATES_WITH')
  /* filters r */
WITH DISTINCT r
UNWIND r.goods AS good
WITH good, r, CASE WHEN r.plan THEN 0 ELSE 1 END AS firm,
     CASE WHEN startNode(r).country = 'BY' OR r.direction = 'both' THEN 1 ELSE 0 END AS sold,
     CASE WHEN startNode(r).country <> 'BY' OR r.direction = 'both' THEN 1 ELSE 0 END AS bought
ORDER BY r.id
RETURN good, sum(firm * sold) AS exports, sum(firm * bought) AS imports,
       collect(CASE firm WHEN 1 THEN r.id END) AS facts,
       collect(CASE firm WHEN 0 THEN r.id END) AS plans
ORDER BY exports DESC, imports DESC, good
LIMIT $limit
