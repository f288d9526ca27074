// Plans in numbers, and results
//
// Which plans and goals name a number, and what have the same two named parties reached, on a later
// day or in a period that ends later, in the same measure and unit or currency, in goods that the
// plan names or, if it names none, in all?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   plan: what is aimed at
//   planned_for: the time it is aimed at, as written
//   per: the currency or unit
//   told_qualifier: how exact the goal is
//   told: the number aimed at
//   reached_qualifier: how exact the result is
//   reached: the number reached, none where none is reported
//   date: when it was reached, as written
//   reporter: whose statistics a result is taken from, where stated
//   facts: the id of the result
//   plans: the id of the goal
MATCH (a:Entity)-[p:INDICATOR|TRADE_FLOW]->(b:Entity)
WHERE p.plan /* filters p */
UNWIND [{per: p.currency, value: p.amount, qualifier: p.amount_qualifier},
        {per: p.unit, value: p.quantity, qualifier: p.quantity_qualifier}] AS told
WITH a, b, p, told
WHERE told.value IS NOT NULL
OPTIONAL MATCH (a)-[r:INDICATOR|TRADE_FLOW]->(b)
WHERE NOT r.plan AND type(r) = type(p) AND r.measure = p.measure
  AND told.per IN [r.currency, r.unit]
  AND (p.goods IS NULL AND r.goods IS NULL OR any(good IN r.goods WHERE good IN p.goods))
  AND coalesce(p.from_unnamed, p.to_unnamed, r.from_unnamed, r.to_unnamed) IS NULL
  AND r.placed_to >= coalesce(p.announced_start, p.date_start)
  AND r.trait IS NOT NULL /* filters r */
WITH p, told, r, CASE WHEN r IS NULL THEN [] ELSE [r.id] END AS facts,
     CASE told.per WHEN r.currency THEN {value: r.amount, qualifier: r.amount_qualifier}
     ELSE {value: r.quantity, qualifier: r.quantity_qualifier} END AS reached
RETURN p.title AS plan, p.date AS planned_for, told.per AS per, told.qualifier AS told_qualifier,
       told.value AS told, reached.qualifier AS reached_qualifier, reached.value AS reached,
       r.date AS date, r.reporter AS reporter, facts, [p.id] AS plans
ORDER BY p.placed_from, plans, per, r.placed_from, facts
LIMIT $limit
