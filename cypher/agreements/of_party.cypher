// Agreements of a party
//
// Which documents has a place or body signed or planned, itself or through what is inside it?
//
// Parameters
//   $entity (entity, widen) = Brest: the place or body, with all that is inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   date: when, as written
//   instrument: which kind of document
//   title: what the fact says
//   status: how far it has come
//   from: the end it is written from
//   to: the end it is written to
//   valid: how long it is meant to hold
//   fact: the fact's id
//   sources: where it is told
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r:AGREEMENT|TWINNED_WITH]-(:Entity)
WHERE (type(r) = 'AGREEMENT' OR r.instrument IS NOT NULL) /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.date, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN r.date AS date, r.instrument AS instrument, r.title AS title, r.status AS status,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.valid AS valid, r.id AS fact,
       r.sources AS sources
ORDER BY date, fact
LIMIT $limit
