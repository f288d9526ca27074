// Plans in numbers, and results
//
// Which plans and goals name a number, and what have the same two named parties reached since, in
// a time that shares a day with the planned one if that has a first day, by the end of the planned
// time if that is reported, else by the first day after it, or, where a plan names no time, by the
// last, in the same measure and unit or currency, in goods that the plan names or, if it names
// none, in all?
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
  AND (p.date_start IS NULL OR r.placed_to >= p.date_start
    AND r.placed_from <= coalesce(p.date_end, '9999-12-31'))
  AND r.trait IS NOT NULL /* filters r */
WITH p, told, r ORDER BY r.placed_to, r.id
WITH p, told, collect(CASE WHEN r IS NOT NULL THEN {
       day: r.placed_to, id: r.id, date: r.date, reporter: r.reporter,
       value: CASE told.per WHEN r.currency THEN r.amount ELSE r.quantity END,
       qualifier: CASE told.per WHEN r.currency THEN r.amount_qualifier
         ELSE r.quantity_qualifier END} END) AS results
WITH *, [x IN results WHERE x.day <= coalesce(p.date_end, '9999-12-31') | x.day] AS by_then
WITH *, CASE by_then WHEN [] THEN head([x IN results | x.day]) ELSE last(by_then) END AS day
UNWIND CASE results WHEN [] THEN [{}] ELSE [x IN results WHERE x.day = day] END AS result
WITH *, [id IN [result.id] WHERE id IS NOT NULL] AS facts
RETURN p.title AS plan, p.date AS planned_for, told.per AS per, told.qualifier AS told_qualifier,
       told.value AS told, result.qualifier AS reached_qualifier, result.value AS reached,
       result.date AS date, result.reporter AS reporter, facts, [p.id] AS plans
ORDER BY p.placed_from, plans, per, facts
LIMIT $limit
