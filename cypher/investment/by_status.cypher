// Joint projects by status
//
// How many projects of each form are there, and how far have they come?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   form: what is made together
//   status: how far it has come
//   projects: how many, plans aside; a body that several facts name counts once
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.trait = 'tie' /* filters r */
WITH r ORDER BY r.id
WITH r.form AS form, r.status AS status, r.plan AS plan,
     collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans,
     count(DISTINCT CASE WHEN NOT r.plan THEN coalesce(r.structure, r.id) END) AS projects
RETURN form, status, projects, facts, plans
ORDER BY form, plan, status
LIMIT $limit
