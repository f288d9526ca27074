// Joint bodies
//
// Which institutes, centres, parks, ventures and associations with a name were founded together, and by whom?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   name: the body
//   id: its id
//   form: what is made together
//   founders: who founded it
//   statuses: how far it has come
//   facts: the ids of the facts behind the row
MATCH (a:Entity)-[r:JOINT_PROJECT]->(b:Entity)
WHERE r.structure IS NOT NULL
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
MATCH (body:Entity {id: r.structure})
UNWIND [coalesce(r.from_unnamed, a.name), coalesce(r.to_unnamed, b.name)] AS founder
WITH body, r, founder
ORDER BY founder, r.form, r.status, r.id
WITH body, collect(DISTINCT founder) AS founders, collect(DISTINCT r.form) AS forms,
     collect(DISTINCT r.status) AS unordered_statuses, collect(DISTINCT r.id) AS unordered
UNWIND unordered AS fact
WITH body, founders, forms, unordered_statuses, fact
ORDER BY fact
WITH body, founders, forms, unordered_statuses, collect(fact) AS facts
UNWIND forms AS form
UNWIND unordered_statuses AS status
WITH DISTINCT body, founders, facts, form, status
ORDER BY form, status
WITH body, founders, facts, head(collect(form)) AS form, collect(DISTINCT status) AS statuses
RETURN body.name AS name, body.id AS id, form, founders, statuses, facts
ORDER BY name, id
LIMIT $limit
