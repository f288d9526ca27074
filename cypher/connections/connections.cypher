// Places tied to a place
//
// Which provinces (or cities, universities …) are tied to an entity or to what is inside it,
// through which facts, plans last?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the entity whose ties are asked for
//   $to (entity_type) = province: what type of entity to look for
//   $direct (boolean) = false: leave out what is inside, on both sides
//   $events (boolean) = false: count events and memberships too
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   id: the id of an entity found
//   name: its name
//   fact: the fact's id
//   type: the fact's type
//   title: what the fact says
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was announced
//   status: how far it has come
//   near: the end on this side
//   far: the end on that side
//   near_id: the id of the end on this side; for an unnamed party that of what holds it
//   far_id: the id of the end on that side, likewise
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
//   sources: the ids of its sources
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside AND (NOT $direct OR near = home)
WITH DISTINCT home, near
MATCH (near)-[r]-(far:Entity)
WHERE (r.trait = 'tie' OR $events AND type(r) IN ['MEMBER_OF', 'TOOK_PART_IN'])
  AND ($direct OR NOT $entity IN far.inside) /* filters r */
MATCH (target:Entity {type: $to})
WHERE target.id IN (CASE WHEN $direct THEN [far.id] ELSE far.inside END)
  AND ($direct OR NOT $entity IN target.inside)
WITH target, r, near, far, startNode(r).id = near.id AS out
RETURN target.id AS id, target.name AS name, r.id AS fact, type(r) AS type, r.title AS title,
       r.date AS date, r.valid AS valid, r.announced AS announced, r.status AS status,
       coalesce(CASE WHEN out THEN r.from_unnamed ELSE r.to_unnamed END, near.name) AS near,
       coalesce(CASE WHEN out THEN r.to_unnamed ELSE r.from_unnamed END, far.name) AS far,
       near.id AS near_id, far.id AS far_id,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.sources AS sources
ORDER BY name, id, r.plan, r.placed_from, fact
LIMIT $limit
