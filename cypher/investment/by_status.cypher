// Joint projects by status
//
// How many projects of each form are there, and how far have they come?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   form: what is made together
//   status: how far it has come
//   projects: how many facts tell of one, plans aside
//   plans: how many tell of a plan
//   facts: the ids of the facts behind the row
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.trait = 'tie' /* filters r */
WITH r
ORDER BY r.id
WITH r.form AS form, r.status AS status, r.plan AS plan, collect(r.id) AS facts
RETURN form, status, CASE WHEN plan THEN 0 ELSE size(facts) END AS projects,
       CASE WHEN plan THEN size(facts) ELSE 0 END AS plans, facts
ORDER BY form, plan, status
LIMIT $limit
