// Steps from entities
//
// Who is directly tied to any of these entities, and through which facts?
//
// Parameters
//   $near (entity, list) = city/vitebsk: the entities to start from
// Columns
//   near: the id of the end on this side
//   id: the id of the entity found
//   name: its name
//   entity_type: its type
//   fact: the fact's id
//   type: the fact's type
//   outgoing: whether the fact is written from this side to the other
//   title: what the fact says
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was announced
//   status: how far it has come
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_base: the period compared with
//   near_words: the end on this side, as answers print it
//   far_words: the end on that side, as answers print it
//   sources: the ids of its sources
UNWIND $near AS near_id
MATCH (near:Entity {id: near_id})-[r]-(far:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN near.id AS near, far.id AS id, far.name AS name, far.type AS entity_type, r.id AS fact, type(r) AS type,
       startNode(r).id = near.id AS outgoing, r.title AS title, r.date AS date, r.valid AS valid,
       r.announced AS announced, r.status AS status, r.amount_qualifier AS amount_qualifier, r.amount AS amount,
       r.amount_max AS amount_max, r.currency AS currency, r.quantity_qualifier AS quantity_qualifier,
       r.quantity AS quantity, r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.from_unnamed, near.name)
         ELSE coalesce(r.to_unnamed, near.name)
       END AS near_words,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.to_unnamed, far.name)
         ELSE coalesce(r.from_unnamed, far.name)
       END AS far_words,
       r.sources AS sources
ORDER BY near, name, id, type, r.plan, r.placed_from, fact
