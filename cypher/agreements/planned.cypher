// Documents and twinnings reported as planned
//
// Which documents and twin ties are reported as planned, proposed or talked about?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   announced: when a plan was announced
//   date: when it is planned for, as written
//   status: how far it has come
//   type: the fact's type
//   instrument: which kind of document
//   title: what the fact says
//   valid: how long it is meant to hold
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
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:AGREEMENT|TWINNED_WITH]->(b:Entity)
WHERE r.plan /* filters r */
RETURN r.announced AS announced, r.date AS date, r.status AS status, type(r) AS type,
       r.instrument AS instrument, r.title AS title, r.valid AS valid,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.placed_from, fact
LIMIT $limit
