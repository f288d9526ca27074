// Ties that ended or are planned
//
// Which ties of a place or body, and of what is inside it, have ended, and which are planned, proposed or talked
// about?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place or body, with all that is inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
//   valid: how long it is meant to hold
//   announced: when a plan was told
//   fact: the fact's id
//   sources: where it is told
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r]-(:Entity)
WHERE r.status IN ['ended', 'planned', 'proposed', 'negotiating'] /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.status, type(r), r.date, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN r.status AS status, type(r) AS type, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.valid AS valid, r.announced AS announced, r.id AS fact,
       r.sources AS sources
ORDER BY status, type, date, fact
LIMIT $limit
