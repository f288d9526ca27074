// Documents running on a date
//
// Which signed roadmaps, programmes, plans and other documents with a term hold on a day, or on
// some day of a month or year?
//
// Parameters
//   $on (date) = 2024: the day, month or year
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   valid: how long it is meant to hold
//   instrument: which kind of document
//   from: the end it is written from
//   to: the end it is written to
//   title: what the fact says
//   status: how far it has come
//   date: when, as written
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
WHERE r.instrument IS NOT NULL AND r.valid IS NOT NULL AND NOT r.plan
  AND r.holds_from <= $on_to AND r.holds_to >= $on_from /* filters r */
RETURN r.valid AS valid, r.instrument AS instrument, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.title AS title, r.status AS status, r.date AS date,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.holds_from, r.holds_to, fact
LIMIT $limit
