// Talks with the exchange
//
// Who talks with the exchange about what, or plans something with it?
//
// Parameters
//   $entity (entity) = BUTB: the exchange
//   $limit (integer) = 100: how many rows at the most
// Columns
//   partner: the other end
//   date: when, as written
//   announced: when a plan was told
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (exchange:Entity {id: $entity})-[r]-(partner:Entity)
WHERE r.plan AND NOT type(r) IN ['INDICATOR', 'LOCATED_IN', 'PART_OF'] /* filters r */
WITH r,
     CASE WHEN startNode(r) = exchange THEN coalesce(r.to_unnamed, partner.name)
     ELSE coalesce(r.from_unnamed, partner.name) END AS partner
// Sorted and cut before the rest of each row is read.
ORDER BY partner, r.date, r.announced, r.id
LIMIT $limit
RETURN partner, r.date AS date, r.announced AS announced, r.status AS status, type(r) AS type, r.title AS title,
       r.id AS fact, r.sources AS sources
ORDER BY partner, date, announced, fact
LIMIT $limit
