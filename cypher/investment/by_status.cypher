// Joint projects by status
//
// How many projects of each form are there, and how far have they come?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   form: what is made together
//   status: how far it has come
//   projects: how many, plans aside; a body that several facts name counts once, where it has come
//     furthest
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.trait = 'tie' /* filters r */
WITH r.form AS form, coalesce(r.structure, r.id) AS body,
     collect({id: r.id, status: r.status, plan: r.plan}) AS told
WITH *, head([status IN ['ended', 'in_force', 'completed', 'signed']
       WHERE any(f IN told WHERE f.status = status)]) AS furthest
UNWIND told AS f
WITH form, f.status AS status, f.plan AS plan, f.id AS id,
     CASE WHEN f.status = furthest THEN body END AS body
ORDER BY id
WITH form, status, plan, collect(CASE WHEN NOT plan THEN id END) AS facts,
     collect(CASE WHEN plan THEN id END) AS plans, count(DISTINCT body) AS projects
RETURN form, status, projects, facts, plans
ORDER BY form, plan, status
LIMIT $limit
