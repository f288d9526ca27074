// Documents of a kind
//
// Which documents of a kind, such as roadmap or memorandum, are signed or planned, those of
// twinnings included, plans last?
//
// Parameters
//   $instrument (instrument) = roadmap: the kind of document
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when, as written
//   status: how far it has come
//   valid: how long it is meant to hold
//   announced: when a plan was announced
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
WHERE r.instrument = $instrument AND r.trait IS NOT NULL /* filters r */
RETURN r.date AS date, r.status AS status, r.valid AS valid, r.announced AS announced,
       r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
