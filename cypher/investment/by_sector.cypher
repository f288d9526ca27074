// Investment by sector
//
// In which fields are investments, ventures, parks and branches made together, and in which are
// they planned?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   sector: the field of work
//   projects: how many, plans aside; a body that several facts name counts once
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.form IN ['investment', 'venture', 'park', 'branch'] AND r.trait IS NOT NULL /* filters r */
UNWIND r.sectors AS sector
WITH sector, r ORDER BY r.id
WITH sector, collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans,
     count(DISTINCT CASE WHEN NOT r.plan THEN coalesce(r.structure, r.id) END) AS projects
RETURN sector, projects, facts, plans
ORDER BY projects DESC, sector
LIMIT $limit
