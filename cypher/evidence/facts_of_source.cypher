// Facts of a source
//
// Which facts does a source carry?
//
// Parameters
//   $source (text) = zalesskij-2024/fn-16: the source's id
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   fact: the fact's id
//   type: its type
//   from: the name of its start
//   to: the name of its end
//   title: what it says
//   date: when, as written
//   status: how far it has come
//   locator: where in the source
MATCH (a:Entity)-[r]->(b:Entity)
WHERE $source IN r.sources /* filters r */
RETURN r.id AS fact, type(r) AS type, coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.title AS title, r.date AS date, r.status AS status, r.locator AS locator
ORDER BY fact
LIMIT $limit
