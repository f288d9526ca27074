// Joint bodies
//
// Which institutes, centres, parks, ventures and associations with a name do two sides have
// together or plan to have, between whom, and what is known of each?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the body
//   id: its id
//   form: what is made together
//   from: the one side
//   to: the other side
//   date: when, as written
//   announced: when a plan was announced
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:JOINT_PROJECT]->(b:Entity)
WHERE r.structure IS NOT NULL AND r.trait IS NOT NULL /* filters r */
WITH a, r, b
MATCH (body:Entity {id: r.structure})
RETURN body.name AS name, body.id AS id, r.form AS form, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.announced AS announced,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, name, id, r.placed_from, fact
LIMIT $limit
