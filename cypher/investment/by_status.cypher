// Joint projects by status
//
// How many projects of each form are there, and how far have they come?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   form: what is made together
//   status: how far it has come
//   projects: how many
//   facts: the ids of the facts behind the row
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH r
ORDER BY r.id
RETURN r.form AS form, r.status AS status, count(r) AS projects, collect(r.id) AS facts
ORDER BY form, status
LIMIT $limit
