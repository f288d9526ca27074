// Ties as of a date
//
// Which ties of a place or body, and of what is inside it, its memberships and the events it took
// part in among them, held on a day, or on some day of a month or year?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place or body, with all that is inside it
//   $on (date) = 2023-06: the day, month or year
//   $limit (integer) = 100: how many rows at the most
// Columns
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
//   valid: the period it is meant to hold
//   status: how far it has come
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   fact: the fact's id
//   sources: where it is told
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r]-(:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR']
  AND r.holds_from <= $on_to AND r.holds_to >= $on_from /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY type(r), r.placed_from, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN type(r) AS type, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.valid AS valid, r.status AS status,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY type, r.placed_from, fact
LIMIT $limit
