// Passages that disagree
//
// Which facts conflict with each other, and who says which?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   title: what the one says
//   date: when, as written
//   amount: its sum
//   quantity: its count or quantity
//   sources: where it is told
//   other_title: what the other says
//   other_date: when, as written
//   other_amount: its sum
//   other_quantity: its count or quantity
//   other_sources: where that is told
//   facts: the ids of both
MATCH (:Entity)-[r]->(:Entity)
WHERE r.disagrees_with IS NOT NULL /* filters r */
UNWIND r.disagrees_with AS rival
WITH r, CASE WHEN r.id < rival THEN [r.id, rival] ELSE [rival, r.id] END AS facts
ORDER BY r.id
// Facts that disagree name each other: a pair is there when both of it were selected.
WITH facts, collect(DISTINCT r) AS both
WHERE size(both) = 2
WITH facts, both[0] AS r, both[1] AS other
RETURN r.title AS title, r.date AS date, r.amount AS amount, r.quantity AS quantity, r.sources AS sources,
       other.title AS other_title, other.date AS other_date, other.amount AS other_amount,
       other.quantity AS other_quantity, other.sources AS other_sources, facts
ORDER BY facts
LIMIT $limit
