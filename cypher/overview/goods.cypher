// Goods
//
// Which goods and services do facts name, and how often, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   good: the good or service
//   facts: how many facts name it, plans aside
//   plans: how many plans do
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.goods AS good
RETURN good, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
       count(CASE WHEN r.plan THEN 1 END) AS plans
ORDER BY facts DESC, good
LIMIT $limit
