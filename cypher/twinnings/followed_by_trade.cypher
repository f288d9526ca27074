// Twinnings followed by trade
//
// After which twinnings do trade flows or contracts between the two sides, or between what lies inside them, begin?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   twinning: the title of the twin tie
//   since: its date
//   fact: the id of the flow or contract
//   type: its type
//   title: what it says
//   date: when it was
//   sources: where it is told
MATCH (:Entity)-[:TWINNED_WITH]->(b:Entity)
WITH DISTINCT b
// From each Chinese twin once, then up from each that trades with one: fewer chains than down from both twins.
MATCH down = (b)<-[:LOCATED_IN*0..6]-(buyer:Entity)
WHERE all(n IN nodes(down) WHERE n.country = b.country)
WITH DISTINCT b, buyer
MATCH (buyer)-[r:CONTRACT|TRADE_FLOW]-(seller:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH seller, collect({twin: b, trade: r}) AS trades
MATCH up = (seller)-[:LOCATED_IN*0..6]->(a:Entity)
WHERE all(n IN nodes(up) WHERE n.country = seller.country)
UNWIND trades AS found
WITH DISTINCT a, found.twin AS b, found.trade AS r
MATCH (b)<-[t:TWINNED_WITH]-(a)
WHERE NOT coalesce(t.status, 'none') IN ['planned', 'proposed', 'negotiating']
  AND coalesce(r.date_start, r.date_end) >= coalesce(t.date_start, t.date_end)
WITH DISTINCT t, r
RETURN t.title AS twinning, t.date AS since, r.id AS fact, type(r) AS type, r.title AS title, r.date AS date,
       r.sources AS sources
ORDER BY since, twinning, date, fact
LIMIT $limit
