// Documents between two parties
//
// Which agreements, memoranda and other documents, those of twinnings included, join two parties,
// themselves or through what is inside them?
//
// Parameters
//   $first (entity, widen) = Vitebsk: the one
//   $second (entity, widen) = Shandong: the other
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when, as written
//   instrument: which kind of document
//   title: what the fact says
//   status: how far it has come
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
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)
      -[r:AGREEMENT|TWINNED_WITH]-(far:Entity)
WHERE $first IN near.inside AND $second IN far.inside AND r.instrument IS NOT NULL
  AND r.trait IS NOT NULL /* filters r */
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.date AS date, r.instrument AS instrument, r.title AS title, r.status AS status,
       r.valid AS valid, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
