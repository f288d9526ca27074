// Plans, and what was signed since
//
// Which plans were followed by a document or contract of the same two named parties, dated after
// the plan was told, that has a field, a good or its kind in common with the plan?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   plan: what was planned
//   plan_announced: when the plan was announced
//   planned_for: when it was planned for, as written
//   from: the end that the plan is written from
//   to: the end that it is written to
//   signed: what was signed
//   type: the type of what was signed
//   date: when it was signed, as written
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   facts: the id of what was signed
//   plans: the id of the plan
//   sources: the ids of the sources of the signing
MATCH (a:Entity)-[p]->(b:Entity)
WHERE p.plan AND p.trait = 'tie' /* filters p */
MATCH (a)-[r:AGREEMENT|CONTRACT|TWINNED_WITH]-(b)
WHERE NOT r.plan AND r.holds_from > coalesce(p.announced_end, p.date_start)
  AND (r.instrument = p.instrument OR any(sector IN r.sectors WHERE sector IN p.sectors)
       OR any(good IN r.goods WHERE good IN p.goods)) AND r.trait IS NOT NULL
  AND coalesce(p.from_unnamed, p.to_unnamed, r.from_unnamed, r.to_unnamed) IS NULL /* filters r */
RETURN p.title AS plan, p.announced AS plan_announced, p.date AS planned_for, a.name AS from,
       b.name AS to, r.title AS signed, type(r) AS type, r.date AS date,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, [r.id] AS facts, [p.id] AS plans,
       r.sources AS sources
ORDER BY r.placed_from, p.placed_from, plans, facts
LIMIT $limit
