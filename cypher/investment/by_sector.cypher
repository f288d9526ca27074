// Investment by sector
//
// In which fields are investments, ventures and parks made together, and how far has each come?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   sector: the field of work
//   projects: how many, plans aside
//   plans: how many are planned, proposed or talked about
//   facts: the ids of the facts behind the row
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.form IN ['investment', 'venture', 'park', 'branch']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
UNWIND r.sectors AS sector
WITH sector, r, CASE WHEN coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] THEN 1 ELSE 0 END AS plan
ORDER BY r.id
WITH sector, count(r) AS told, sum(plan) AS plans, collect(r.id) AS facts
RETURN sector, told - plans AS projects, plans, facts
ORDER BY projects DESC, plans DESC, sector
LIMIT $limit
