// Timeline of a party
//
// What happened when to a place or body and to what is inside it, or what of it held on a day,
// month or year, plans marked, in order of date, what has no date last?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place or body, with all that is inside it
//   $on (date) = null: only what held on this day, or on some day of this month or year
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   day: the day by which it is placed: the first it can mean, the last where its beginning is open
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was announced
//   status: how far it has come
//   type: the fact's type
//   from: the end it is written from
//   to: the end it is written to
//   title: what the fact says
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
WHERE r.trait IS NOT NULL AND NOT type(r) IN ['LOCATED_IN', 'PART_OF']
  AND ($on_from IS NULL OR r.holds_from <= $on_to AND r.holds_to >= $on_from) /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.placed_from, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN r.placed_from AS day, r.date AS date, r.valid AS valid, r.announced AS announced,
       r.status AS status, type(r) AS type, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.title AS title,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.id AS fact, r.sources AS sources
ORDER BY day, fact
LIMIT $limit
