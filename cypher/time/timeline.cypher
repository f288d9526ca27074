// Timeline of a party
//
// What happened when to a place or body and to what is inside it, in order of date, what has no date last?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place or body, with all that is inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   day: the first day it can mean, by which the rows stand in order
//   date: when, as written
//   valid: how long it is meant to hold
//   announced: when a plan was told
//   status: how far it has come
//   type: the fact's type
//   from: the end it is written from
//   to: the end it is written to
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r]-(:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF'] /* filters r */
WITH DISTINCT r, coalesce(r.date_start, r.date_end, r.valid_start, r.announced_start) AS day
// Sorted and cut before the rest of each row is read.
ORDER BY day, r.id
LIMIT $limit
WITH r, day, startNode(r) AS a, endNode(r) AS b
RETURN day, r.date AS date, r.valid AS valid, r.announced AS announced, r.status AS status, type(r) AS type,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY day, fact
LIMIT $limit
