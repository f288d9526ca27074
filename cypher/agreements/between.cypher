// Agreements between two parties
//
// Which documents join two parties, themselves or through what is inside them?
//
// Parameters
//   $first (entity, widen) = Vitebsk: the one
//   $second (entity, widen) = Shandong: the other
//   $limit (integer) = 100: how many rows at the most
// Columns
//   date: when, as written
//   instrument: which kind of document
//   title: what the fact says
//   status: how far it has come
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $first IN near.inside
WITH DISTINCT near
MATCH (near)-[r:AGREEMENT|TWINNED_WITH]-(far:Entity)
WHERE $second IN far.inside AND (type(r) = 'AGREEMENT' OR r.instrument IS NOT NULL) /* filters r */
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN r.date AS date, r.instrument AS instrument, r.title AS title, r.status AS status,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY date, fact
LIMIT $limit
