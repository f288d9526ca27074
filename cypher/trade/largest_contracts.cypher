// Largest contracts with a reported sum
//
// Which contracts with a sum are the largest in each currency, plans last?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   currency: the sum's currency
//   amount: the sum of money
//   amount_qualifier: how exact the sum is
//   amount_max: its upper end, where it is a range
//   goods: goods or services
//   from: the seller
//   to: the buyer
//   date: when, as written
//   status: how far it has come
//   title: what the fact says
//   event: the event at which it came about
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:CONTRACT]->(b:Entity)
WHERE r.amount IS NOT NULL AND r.trait IS NOT NULL /* filters r */
OPTIONAL MATCH (event:Entity {id: r.event})
RETURN r.currency AS currency, r.amount AS amount, r.amount_qualifier AS amount_qualifier,
       r.amount_max AS amount_max, r.goods AS goods, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.status AS status, r.title AS title,
       event.name AS event, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, currency, amount DESC, fact
LIMIT $limit
