// Plans past their time
//
// Which plans were for a time that is over on a day, and what is known of the same two parties,
// where both are named, since they were announced: figures of the same measure and goods where
// the plan is a figure, else what is none?
//
// Parameters
//   $on (date) = 2025: the day, month or year
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when it is planned for, as written
//   announced: when a plan was announced
//   status: how far it has come
//   type: the fact's type
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
//   facts: the ids of firm facts of the same two named parties since the plan was announced
//   fact: the id of the plan
//   sources: the ids of its sources
MATCH (a:Entity)-[p]->(b:Entity)
WHERE p.plan AND p.date_end < $on_from /* filters p */
OPTIONAL MATCH (a)-[r]-(b)
WHERE r.trait <> 'structure'
  AND (p.measure IS NULL AND coalesce(p.announced_start, p.date_start) <= r.holds_from
       OR p.measure IS NOT NULL AND coalesce(p.announced_start, p.date_start) <= r.placed_to)
  AND r.holds_from <= $on_to AND coalesce(r.measure, '') = coalesce(p.measure, '')
  AND (p.measure IS NULL OR p.goods IS NULL AND r.goods IS NULL
       OR any(good IN r.goods WHERE good IN p.goods))
  AND coalesce(p.from_unnamed, p.to_unnamed, r.from_unnamed, r.to_unnamed) IS NULL /* filters r */

WITH a, b, p, r ORDER BY r.id
WITH a, b, p AS r, p, collect(DISTINCT r.id) AS facts
RETURN r.date AS date, r.announced AS announced, r.status AS status, type(r) AS type,
       r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, facts, p.id AS fact,
       r.sources AS sources
ORDER BY r.date_end, fact
LIMIT $limit
