// Ties as of a date
//
// Which ties of a place or body, and of what is inside it, held on a day, or on some day of a month or year?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place or body, with all that is inside it
//   $on (date) = 2023-06: the day, month or year
//   $limit (integer) = 100: how many rows at the most
// Columns
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
//   valid: how long it is meant to hold
//   status: how far it has come
//   fact: the fact's id
//   sources: where it is told
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r]-(:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR']
  AND r.holds_from <= $on_to AND r.holds_to >= $on_from /* filters r */
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY type(r), r.date, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN type(r) AS type, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.valid AS valid, r.status AS status, r.id AS fact,
       r.sources AS sources
ORDER BY type, date, fact
LIMIT $limit
