// Residents of a zone
//
// Which companies and bodies lie in a zone or park, work with it or plan to, and what is counted of it?
//
// Parameters
//   $entity (entity) = Great Stone: the zone or park
//   $limit (integer) = 100: how many rows at the most
// Columns
//   type: the fact's type
//   with: the other end
//   id: its id
//   date: when, as written
//   status: how far it has come
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   unit: the quantity's unit
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (zone:Entity {id: $entity})
      -[r:LOCATED_IN|INDICATOR|JOINT_PROJECT|COOPERATES_WITH|AGREEMENT|CONTRACT]-(other:Entity)
WHERE startNode(r).id <> 'BY' AND NOT (type(r) = 'LOCATED_IN' AND startNode(r).id = zone.id) /* filters r */
RETURN type(r) AS type,
       CASE startNode(r).id
         WHEN zone.id THEN coalesce(r.to_unnamed, other.name)
         ELSE coalesce(r.from_unnamed, other.name)
       END AS with,
       other.id AS id, r.date AS date, r.status AS status, r.quantity_qualifier AS quantity_qualifier,
       r.quantity AS quantity, r.unit AS unit, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY type, with, fact
LIMIT $limit
