// Joint programmes of universities
//
// In which joint programmes do universities take part, and in which are they to, plans last?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   title: what the fact says
//   from: the Belarusian party
//   to: the Chinese party
//   date: when, as written
//   status: how far it has come
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:JOINT_PROJECT {form: 'programme'}]->(b:Entity)
WHERE (a:University OR b:University) AND r.trait IS NOT NULL /* filters r */
RETURN r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.status AS status, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, r.placed_from, title, fact
LIMIT $limit
