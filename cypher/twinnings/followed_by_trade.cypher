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
MATCH (a:Entity)-[t:TWINNED_WITH]->(b:Entity)
WHERE NOT coalesce(t.status, 'none') IN ['planned', 'proposed', 'negotiating']
MATCH down = (a)<-[:LOCATED_IN*0..6]-(seller:Entity)
WHERE all(n IN nodes(down) WHERE n.country = a.country)
WITH DISTINCT a, t, b, seller
MATCH (seller)-[r:CONTRACT|TRADE_FLOW]-(buyer:Entity)
WHERE buyer.country = b.country
  AND coalesce(r.date_start, r.date_end) >= coalesce(t.date_start, t.date_end)
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
MATCH up = (buyer)-[:LOCATED_IN*0..6]->(b)
WHERE all(n IN nodes(up) WHERE n.country = b.country)
WITH DISTINCT t, r
RETURN t.title AS twinning, t.date AS since, r.id AS fact, type(r) AS type, r.title AS title, r.date AS date,
       r.sources AS sources
ORDER BY since, twinning, date, fact
LIMIT $limit
