// Goods traded on the exchange
//
// Which goods are traded on the exchange, or are to be, in which direction?
//
// Parameters
//   $entity (entity) = BUTB: the exchange
//   $limit (integer) = 100: how many rows at the most
// Columns
//   good: the good or service
//   exports: in how many facts Belarus sells it
//   imports: in how many Belarus buys it
//   plans: in how many it is only planned, proposed or talked about
//   facts: the ids of the facts behind the row
MATCH (exchange:Entity {id: $entity})
// No engine seeks facts of several types by a property; the exchange holds at which ends those are found that name it.
UNWIND [exchange.id] + coalesce(exchange._ends, []) AS near
MATCH (party:Entity {id: near})-[r:TRADE_FLOW|CONTRACT|COOPERATES_WITH]-(:Entity)
WHERE (r.venue = $entity OR party.id = $entity) /* filters r */
UNWIND r.goods AS good
WITH DISTINCT good, startNode(r) AS a, r,
     CASE WHEN r.plan THEN 1 ELSE 0 END AS plan
ORDER BY r.id
WITH good, collect(r.id) AS facts, sum(plan) AS plans,
     sum(CASE WHEN plan = 0 AND type(r) <> 'COOPERATES_WITH' AND a.country = 'BY' THEN 1 ELSE 0 END) AS exports,
     sum(CASE WHEN plan = 0 AND type(r) <> 'COOPERATES_WITH' AND a.country = 'CN' THEN 1 ELSE 0 END) AS imports
RETURN good, exports, imports, plans, facts
ORDER BY exports DESC, imports DESC, plans DESC, good
LIMIT $limit
