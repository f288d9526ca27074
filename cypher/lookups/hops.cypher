// Facts of pairs
//
// Which ties lie between these two and those two entities?
//
// Parameters
//   $near (entity, list) = city/vitebsk: the ones, in the order of the others
//   $far (entity, list) = city/jinan: the others
// Columns
//   from: the end on this side
//   to: the end on that side
//   from_id: the id of the end on this side; for an unnamed party that of what holds it
//   to_id: the id of the end on that side, likewise
//   fact: the fact's id
//   type: its type
//   outgoing: whether the fact is written from this side to that
//   status: how far it has come
//   plan: whether it is planned, proposed or talked about
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was announced
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
//   certainty: whether its sources state it outright
//   sources: the ids of its sources
UNWIND range(0, size($near) - 1) AS place
MATCH (near:Entity {id: $near[place]})-[r]-(far:Entity {id: $far[place]})
WHERE r.trait = 'tie' /* filters r */
WITH near, far, r, startNode(r) = near AS outgoing
RETURN coalesce(CASE WHEN outgoing THEN r.from_unnamed ELSE r.to_unnamed END, near.name) AS from,
       coalesce(CASE WHEN outgoing THEN r.to_unnamed ELSE r.from_unnamed END, far.name) AS to,
       near.id AS from_id, far.id AS to_id, r.id AS fact, type(r) AS type, outgoing, r.status AS status,
       r.plan AS plan, r.date AS date, r.valid AS valid, r.announced AS announced, r.title AS title,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.certainty AS certainty,
       r.sources AS sources
ORDER BY from_id, to_id, plan, r.placed_from, fact
