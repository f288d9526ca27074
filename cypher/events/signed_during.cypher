// What came about at an event
//
// What was signed, agreed, counted or announced at an event?
//
// Parameters
//   $entity (entity: event) = event/ciie-2023: the event
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   status: how far it has come
//   date: when, as written
//   instrument: which kind of document, where it is one
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
MATCH (event:Entity {id: $entity})
// No engine seeks facts of every type by a property: the event holds the ends of those that
// name it.
UNWIND event._ends AS near
WITH *
MATCH (:Entity {id: near})-[r]-(:Entity)
WHERE r.event = $entity /* filters r */
WITH DISTINCT r
RETURN type(r) AS type, r.title AS title, coalesce(r.from_unnamed, startNode(r).name) AS from,
       coalesce(r.to_unnamed, endNode(r).name) AS to, r.status AS status, r.date AS date,
       r.instrument AS instrument, r.amount_qualifier AS amount_qualifier, r.amount AS amount,
       r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, type, r.placed_from, fact
LIMIT $limit
