// Documents not yet signed
//
// Which documents and twin ties are planned, proposed or talked about, and were so far not signed?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   announced: when it was told
//   date: when it is planned for, as written
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:AGREEMENT|TWINNED_WITH]->(b:Entity)
WHERE r.plan /* filters r */
RETURN r.announced AS announced, r.date AS date, r.status AS status, type(r) AS type, r.title AS title,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY announced, date, fact
LIMIT $limit
