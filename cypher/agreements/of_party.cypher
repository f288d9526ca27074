// Documents of a party
//
// Which documents, those of twinnings included, has a place or body signed or planned, itself or
// through what is inside it?
//
// Parameters
//   $entity (entity, widen) = Brest: the place or body, with all that is inside it
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
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r:AGREEMENT|TWINNED_WITH]-(:Entity)
WHERE r.instrument IS NOT NULL AND r.trait IS NOT NULL /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.plan, r.placed_from, r.id
LIMIT $limit
RETURN r.date AS date, r.instrument AS instrument, r.title AS title, r.status AS status,
       r.valid AS valid, coalesce(r.from_unnamed, startNode(r).name) AS from,
       coalesce(r.to_unnamed, endNode(r).name) AS to, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
