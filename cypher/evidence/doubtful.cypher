// Readings in doubt
//
// Which facts are not stated outright by their source, because something is inferred or a passage
// is garbled, and how was it read, plans last?
//
// Parameters
//   $limit (integer 1..1000000000) = 10000: how many rows at the most
// Columns
//   type: the fact's type
//   title: what the fact says
//   note: how the passage was read
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
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
//   status: how far it has come
//   locator: where in the source
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.certainty = 'read' /* filters r */
RETURN type(r) AS type, r.title AS title, r.note AS note, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.status AS status,
       r.locator AS locator, r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
