// Trade by period
//
// Which trade of a party with China or Belarus is told for which period?
//
// Parameters
//   $entity (entity) = Belarus: the country, place or body itself
//   $limit (integer) = 100: how many rows at the most
// Columns
//   date: when, as written
//   measure: what is measured
//   goods: goods or services
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   unit: the quantity's unit
//   growth: new ÷ old
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (party:Entity {id: $entity})-[r:TRADE_FLOW]-(:Entity)
WHERE r.date IS NOT NULL /* filters r */
RETURN r.date AS date, r.measure AS measure, r.goods AS goods, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.unit AS unit, r.growth AS growth, r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY date, measure, fact
LIMIT $limit
