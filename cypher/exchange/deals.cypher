// Trade on the exchange by period
//
// What was traded on the exchange, or is to be, in which period, and how much of it and for how
// much, where that is reported?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when, as written
//   measure: export, import or turnover; none for a contract
//   goods: goods or services
//   from: the end it is written from
//   to: the end it is written to
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
//   status: how far it has come
//   announced: when a plan was announced
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (exchange:Entity {id: $entity})
// No engine seeks facts of several types by a property: the exchange holds the ends of those that
// name it.
UNWIND [exchange.id] + coalesce(exchange._ends, []) AS near
WITH *
MATCH (party:Entity {id: near})-[r:TRADE_FLOW|CONTRACT]-(:Entity)
WHERE (r.venue = $entity OR party.id = $entity) AND r.trait IS NOT NULL /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.plan, r.placed_from, r.id
LIMIT $limit
RETURN r.date AS date, r.measure AS measure, r.goods AS goods,
       coalesce(r.from_unnamed, startNode(r).name) AS from,
       coalesce(r.to_unnamed, endNode(r).name) AS to, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth_qualifier AS growth_qualifier,
       r.growth AS growth, r.growth_base AS growth_base, r.growth_text AS growth_text,
       r.status AS status, r.announced AS announced, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
