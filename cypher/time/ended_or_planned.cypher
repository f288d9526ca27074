// Ended or planned
//
// What of a place or body, and of what is inside it, is reported to have ended, and what is
// planned, proposed or talked about?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place or body, with all that is inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was announced
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_base: the period compared with
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r]-(:Entity)
WHERE (r.plan OR r.status = 'ended') /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.plan, r.placed_from, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN r.status AS status, type(r) AS type, r.title AS title,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.date AS date, r.valid AS valid, r.announced AS announced,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
