// Goods
//
// Which goods and services do facts name, and how often?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   good: the good or service
//   count: how many facts name it
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.goods AS good
RETURN good, count(r) AS count
ORDER BY count DESC, good
LIMIT $limit
