// Partners of a university
//
// Which Chinese or Belarusian partners does a university have, and through which facts, plans last?
//
// Parameters
//   $entity (entity: university) = BSU: the university
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   partner: the partner
//   id: its id, or that of what holds an unnamed one
//   entity_type: its type, `unnamed` where the sources don't name it
//   type: the fact's type
//   title: what the fact says
//   date: when, as written
//   status: how far it has come
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (university:Entity {id: $entity})-[r]-(partner:Entity)
WHERE r.trait = 'tie' AND partner.country <> university.country /* filters r */
WITH *, CASE startNode(r).id WHEN partner.id THEN r.from_unnamed ELSE r.to_unnamed END AS words
RETURN coalesce(words, partner.name) AS partner, partner.id AS id,
       CASE WHEN words IS NULL THEN partner.type ELSE 'unnamed' END AS entity_type, type(r) AS type,
       r.title AS title, r.date AS date, r.status AS status, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY partner, id, r.plan, r.placed_from, fact
LIMIT $limit
