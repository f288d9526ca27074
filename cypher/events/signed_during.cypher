// What came about at an event
//
// What was signed, agreed or announced at an event?
//
// Parameters
//   $entity (entity) = event/ciie-2023: the event
//   $limit (integer) = 100: how many rows at the most
// Columns
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   status: how far it has come
//   date: when, as written
//   amount: the sum of money
//   currency: the sum's currency
//   fact: the fact's id
//   sources: where it is told
MATCH (event:Entity {id: $entity})
// No engine seeks facts of every type by a property; the event holds at which ends those are found that name it.
UNWIND event._ends AS near
MATCH (:Entity {id: near})-[r]-(:Entity)
WHERE r.event = $entity /* filters r */
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN type(r) AS type, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.status AS status, r.date AS date, r.amount AS amount,
       r.currency AS currency, r.id AS fact, r.sources AS sources
ORDER BY type, fact
LIMIT $limit
