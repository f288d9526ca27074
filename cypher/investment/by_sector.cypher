// Investment by sector
//
// In which fields are investments, ventures and parks made together, and how far has each come?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   sector: the field of work
//   projects: how many, plans aside
//   plans: how many are planned, proposed or talked about
//   facts: the ids of the facts behind the row
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.form IN ['investment', 'venture', 'park', 'branch'] /* filters r */
UNWIND r.sectors AS sector
WITH sector, r, CASE WHEN r.plan THEN 1 ELSE 0 END AS plan
ORDER BY r.id
WITH sector, count(r) AS told, sum(plan) AS plans, collect(r.id) AS facts
RETURN sector, told - plans AS projects, plans, facts
ORDER BY projects DESC, plans DESC, sector
LIMIT $limit
