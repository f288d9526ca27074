// Facts and plans without a time
//
// Which facts, structure aside, and after them which plans state neither a date nor for how long
// they hold?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the fact's type
//   status: how far it has come
//   announced: when a plan was announced
//   locator: where in the source
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
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.date IS NULL AND r.valid IS NULL AND r.trait <> 'structure' /* filters r */
RETURN type(r) AS type, r.status AS status, r.announced AS announced, r.locator AS locator,
       r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, type, fact
LIMIT $limit
