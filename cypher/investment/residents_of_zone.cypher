// A zone: its residents, partners and counts
//
// Which companies and bodies lie in a zone or park, work with it or plan to, and what is counted of
// it?
//
// Parameters
//   $entity (entity: economic_zone) = Great Stone: the zone or park
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the fact's type
//   with: the other end
//   id: its id
//   date: when, as written
//   announced: when a plan was announced
//   status: how far it has come
//   measure: what is counted, where anything is
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (zone:Entity {id: $entity})-[r]-(other:Entity)
WHERE (r.trait IN ['tie', 'figure'] OR type(r) = 'LOCATED_IN' AND startNode(r) = other)
  AND other.type <> 'event' /* filters r */
RETURN type(r) AS type,
       CASE startNode(r).id WHEN $entity THEN coalesce(r.to_unnamed, other.name) ELSE
         coalesce(r.from_unnamed, other.name) END AS with, other.id AS id, r.date AS date,
       r.announced AS announced, r.status AS status, r.measure AS measure,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, type, r.placed_from, with, fact
LIMIT $limit
