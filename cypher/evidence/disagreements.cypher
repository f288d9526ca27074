// Facts that disagree
//
// Which facts conflict with each other, and who says which?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   title: what the one says
//   date: when, as written
//   status: how far it has come
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
//   sources: the ids of its sources
//   other_title: what the other says
//   other_date: when, as written, of the other
//   other_status: how far it has come, of the other
//   other_amount_qualifier: how exact the sum is, of the other
//   other_amount: the sum of money, of the other
//   other_amount_max: its upper end, where it is a range, of the other
//   other_currency: the sum's currency, of the other
//   other_quantity_qualifier: how exact the quantity is, of the other
//   other_quantity: the count or measured quantity, of the other
//   other_quantity_max: its upper end, where it is a range, of the other
//   other_unit: the quantity's unit, of the other
//   other_growth: new ÷ old, of the other
//   other_growth_qualifier: how exact the growth is, of the other
//   other_growth_base: the period compared with, of the other
//   other_sources: the ids of its sources
//   facts: the ids of both
MATCH (:Entity)-[r]->(:Entity)
WHERE r.disagrees_with IS NOT NULL /* filters r */
UNWIND r.disagrees_with AS rival
WITH r, CASE WHEN r.id < rival THEN [r.id, rival] ELSE [rival, r.id] END AS facts ORDER BY r.id
// Facts that disagree name each other: a pair is there when both of it were selected.
WITH facts, collect(DISTINCT r) AS both
WHERE size(both) = 2
WITH facts, both[0] AS r, both[1] AS other
RETURN r.title AS title, r.date AS date, r.status AS status, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.sources AS sources,
       other.title AS other_title, other.date AS other_date, other.status AS other_status,
       other.amount_qualifier AS other_amount_qualifier, other.amount AS other_amount,
       other.amount_max AS other_amount_max, other.currency AS other_currency,
       other.quantity_qualifier AS other_quantity_qualifier, other.quantity AS other_quantity,
       other.quantity_max AS other_quantity_max, other.unit AS other_unit,
       other.growth AS other_growth, other.growth_qualifier AS other_growth_qualifier,
       other.growth_base AS other_growth_base, other.sources AS other_sources, facts
ORDER BY facts
LIMIT $limit
