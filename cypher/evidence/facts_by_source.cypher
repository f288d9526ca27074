// Facts by source
//
// How many facts does each source carry, and how many plans?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   source: the source's id
//   facts: how many facts cite it, plans aside
//   plans: how many plans do
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
RETURN source, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
       count(CASE WHEN r.plan THEN 1 END) AS plans
ORDER BY source
LIMIT $limit
