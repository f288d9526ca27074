// Facts of a source
//
// Which facts does a source carry, plans last?
//
// Parameters
//   $source (source) = fn-16: the source, by its id, its end or its number
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   fact: the fact's id
//   type: the fact's type
//   from: the end it is written from
//   to: the end it is written to
//   title: what the fact says
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
//   locator: where in the work that cites the source, or that it is
MATCH (a:Entity)-[r]->(b:Entity)
WHERE $source IN r.sources /* filters r */
RETURN r.id AS fact, type(r) AS type, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.title AS title, r.date AS date,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.status AS status,
       // Of a fact that several works report, the locator is that of the one it has its id from.
       CASE WHEN r.rows IS NULL OR split(r.id, '/')[0] = split($source, '/')[0]
       THEN r.locator END AS locator
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
