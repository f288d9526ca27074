// Investment by sector
//
// In which fields are investments, ventures, parks and branches made together, and in which are they planned?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   sector: the field of work
//   projects: how many facts tell of one, plans aside
//   plans: how many are planned, proposed or talked about
//   facts: the ids of the facts behind the row, plans last
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.form IN ['investment', 'venture', 'park', 'branch'] /* filters r */
UNWIND r.sectors AS sector
WITH sector, r, CASE WHEN r.plan THEN 1 ELSE 0 END AS plan
ORDER BY plan, r.id
RETURN sector, count(r) - sum(plan) AS projects, sum(plan) AS plans, collect(r.id) AS facts
ORDER BY projects DESC, plans DESC, sector
LIMIT $limit
