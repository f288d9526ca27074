// Documents by their term
//
// Which signed documents with a term have ended by a day, month or year, which end in it, which run
// on, and which begin later?
//
// Parameters
//   $on (date) = 2024: the day, month or year
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   term: ended, ends, runs on or begins later
//   valid_from: the first day of its term, none where it is open
//   valid_to: the last day of its term, none where it is open
//   instrument: which kind of document
//   status: how far it has come
//   date: when, as written
//   title: what the fact says
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
WHERE r.instrument IS NOT NULL AND r.valid IS NOT NULL AND NOT r.plan /* filters r */
WITH *, CASE WHEN r.valid_end < $on_from THEN 'ended' WHEN r.valid_end <= $on_to THEN 'ends'
     WHEN r.valid_start > $on_to THEN 'begins later' ELSE 'runs on' END AS term
RETURN term, r.valid_start AS valid_from, r.valid_end AS valid_to, r.instrument AS instrument,
       r.status AS status, r.date AS date, r.title AS title,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.valid_end, r.valid_start, fact
LIMIT $limit
