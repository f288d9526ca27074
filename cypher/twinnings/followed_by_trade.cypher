// Trade between twins
//
// Which trade flows and contracts between two twins, or between what lies inside them, are dated to
// a time when they were twins?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   twinning: the title of the twin tie
//   since: its date
//   type: the fact's type
//   title: what the fact says
//   date: when it was, as written; where the beginning is open, it counts by its end
//   status: how far it has come
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   growth_qualifier: how exact the growth is
//   growth: new ÷ old
//   growth_base: the period compared with
//   growth_text: the growth in short
//   fact: the id of the flow or contract
//   sources: the ids of its sources
MATCH (a:Entity)-[:TWINNED_WITH]->(b:Entity)
WITH collect(DISTINCT a.id) AS homes, collect(DISTINCT b.id) AS partners
MATCH (near:Entity {country: 'BY'})-[r:CONTRACT|TRADE_FLOW|TWINNED_WITH]
      -(far:Entity {country: 'CN'})
UNWIND [id IN near.inside WHERE id IN homes] AS home
UNWIND [id IN far.inside WHERE id IN partners] AS partner
WITH home, partner, collect(r) AS ties
UNWIND [t IN ties WHERE type(t) = 'TWINNED_WITH' AND startNode(t).id = home
  AND endNode(t).id = partner AND NOT t.plan AND t.from_unnamed IS NULL AND t.to_unnamed IS NULL
  /* works t */] AS t
UNWIND [r IN ties WHERE type(r) <> 'TWINNED_WITH' AND t.holds_from <= r.holds_from
  AND r.holds_from <= t.holds_to /* filters r */] AS r
WITH home, partner, r, t ORDER BY t.holds_from, t.id
// Of a pair that several facts call twins, the earliest that holds then.
WITH home, partner, r, head(collect(t)) AS t
RETURN t.title AS twinning, t.date AS since, type(r) AS type, r.title AS title, r.date AS date,
       r.status AS status, r.amount_qualifier AS amount_qualifier, r.amount AS amount,
       r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth_qualifier AS growth_qualifier,
       r.growth AS growth, r.growth_base AS growth_base, r.growth_text AS growth_text, r.id AS fact,
       r.sources AS sources
ORDER BY t.holds_from, twinning, r.holds_from, fact
LIMIT $limit
