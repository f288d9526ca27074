// Facts told more than once
//
// Which facts stand on several sources?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   told: how many sources
//   title: what the fact says
//   type: the fact's type
//   date: when, as written
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r]->(b:Entity)
WHERE size(r.sources) > 1 /* filters r */
RETURN size(r.sources) AS told, r.title AS title, type(r) AS type, r.date AS date,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY told DESC, fact
LIMIT $limit
