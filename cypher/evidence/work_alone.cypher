// Facts that rest on a work alone
//
// Which facts rest on a work alone, neither on a source that it cites nor on another work, plans
// last?
//
// Parameters
//   $source (source) = zalesskij-2024: the work, by its id
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the fact's type
//   date: when, as written
//   status: how far it has come
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
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_base: the period compared with
//   fact: the fact's id
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.sources = [$source] /* filters r */
RETURN type(r) AS type, r.date AS date, r.status AS status, r.locator AS locator, r.title AS title,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.id AS fact
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
