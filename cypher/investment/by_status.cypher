// Joint projects by status
//
// How many projects of each form are there, and how far have they come?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   form: what is made together
//   status: how far it has come
//   projects: how many
//   facts: the ids of the facts behind the row
MATCH (:Entity)-[r:JOINT_PROJECT]->(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH r
ORDER BY r.id
RETURN r.form AS form, r.status AS status, count(r) AS projects, collect(r.id) AS facts
ORDER BY form, status
LIMIT $limit
