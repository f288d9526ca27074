// Talks and plans with the exchange
//
// Who talks with the exchange about what, or plans something with it?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   partner: the other end
//   date: when, as written
//   announced: when a plan was announced
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   goods: goods or services
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
MATCH (:Entity {id: $entity})-[r]-(partner:Entity)
WHERE r.plan AND r.trait = 'tie' /* filters r */
WITH *, CASE startNode(r).id WHEN $entity THEN r.to_unnamed ELSE r.from_unnamed END AS words
RETURN coalesce(words, partner.name) AS partner, r.date AS date, r.announced AS announced,
       r.status AS status, type(r) AS type, r.title AS title, r.goods AS goods,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY partner, r.placed_from, fact
LIMIT $limit
