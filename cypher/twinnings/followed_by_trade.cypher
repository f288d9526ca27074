// Twinnings followed by trade
//
// After which twinnings do trade flows or contracts between the two sides, or between what lies inside them, begin?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   twinning: the title of the twin tie
//   since: its date
//   fact: the id of the flow or contract
//   type: its type
//   title: what it says
//   date: when it was
//   sources: where it is told
MATCH (a:Entity)-[t:TWINNED_WITH]->(b:Entity)
WHERE NOT t.plan
MATCH (b)<-[:LOCATED_IN|PART_OF*0..8]-(buyer)
WHERE b.id IN buyer.inside
WITH DISTINCT a, t, buyer
MATCH (buyer)-[r:CONTRACT|TRADE_FLOW]-(seller:Entity)
WHERE a.id IN seller.inside AND r.holds_from >= t.holds_from /* filters r */
WITH DISTINCT t, r
RETURN t.title AS twinning, t.date AS since, r.id AS fact, type(r) AS type, r.title AS title, r.date AS date,
       r.sources AS sources
ORDER BY since, twinning, date, fact
LIMIT $limit
