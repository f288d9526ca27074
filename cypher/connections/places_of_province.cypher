// Belarusian places tied to a province
//
// Which Belarusian regions, cities and districts are tied to a Chinese province or to what is
// inside it, and through which facts, plans behind the others?
//
// Parameters
//   $entity (entity) = Shandong: the province, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the place
//   id: its id
//   entity_type: its type
//   with: the other end
//   fact: the fact's id
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
//   sources: where it is told
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT home, near
MATCH (near)-[r]-(far:Entity)
WHERE r.trait = 'tie' AND far.country <> home.country /* filters r */
// The way up is gone once for each party, however many facts it has.
WITH far, collect({near: near, fact: r}) AS ties
MATCH (place:Entity)
WHERE place.id IN far.inside AND place.type IN ['oblast', 'city', 'district']
UNWIND ties AS tie
WITH DISTINCT place, tie.near AS near, tie.fact AS r
RETURN place.name AS name, place.id AS id, place.type AS entity_type,
       coalesce(CASE WHEN startNode(r).id = near.id THEN r.from_unnamed ELSE r.to_unnamed END,
                near.name) AS with, r.id AS fact, type(r) AS type, r.title AS title,
       r.date AS date, r.status AS status, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.sources AS sources
ORDER BY name, id, r.plan, r.placed_from, fact
LIMIT $limit
