// What ties two places or bodies
//
// Which facts tie one place or body, or what lies inside it, to another or what lies inside that,
// pair by pair: pairs with more than plans first, then those nearest to the two?
//
// Parameters
//   $first (entity, widen) = Vitebsk: the one, with all that lies inside it
//   $second (entity, widen) = Jinan: the other, with all that lies inside it
//   $direct (boolean) = false: leave out what is inside, on both sides
//   $events (boolean) = false: count participation in events and memberships too
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the end in the one
//   to: the end in the other
//   from_id: the id of the end in the one; for an unnamed party that of what holds it
//   to_id: the id of the end in the other, likewise
//   from_steps: by how many steps of containment it lies in the one
//   to_steps: by how many steps of containment it lies in the other
//   facts: the ids of the facts that join these two ends, plans aside
//   plans: the ids of what is planned, proposed or talked about between them
//   fact: the id of one of these, a row each
//   type: its type
//   instrument: what sort of document it is
//   form: what sort of joint project it is
//   measure: what a flow or figure measures
//   role: as what somebody is accredited
//   outgoing: whether it is written from the one to the other
//   status: how far it has come
//   plan: whether it is planned, proposed or talked about
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was announced
//   title: what the fact says
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
//   certainty: whether its sources state it outright
//   sources: the ids of its sources
MATCH way = (:Entity {id: $first})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE all(n IN nodes(way) WHERE $first IN n.inside) AND (NOT $direct OR near.id = $first)
WITH near, min(length(way)) AS from_steps
MATCH (near)-[r]-(far:Entity)
// Structure counts between the two themselves, part taken in an event where it is one of them.
WHERE (r.trait = 'tie' OR $events AND type(r) IN ['MEMBER_OF', 'TOOK_PART_IN']
    OR r.trait = 'structure' AND near.id = $first AND far.id = $second
    OR r.trait = 'participation'
       AND (near.id = $first AND near:Event OR far.id = $second AND far:Event))
  AND $second IN far.inside AND (NOT $direct OR far.id = $second) AND far <> near
  // Where the one lies in the other, the rest of the outer one is meant.
  AND NOT ($first IN far.inside AND $second IN near.inside) /* filters r */
MATCH way = (far)-[:LOCATED_IN|PART_OF*0..8]->(:Entity {id: $second})
WHERE all(n IN nodes(way) WHERE $second IN n.inside)
WITH near, far, from_steps, r, min(length(way)) AS to_steps
ORDER BY r.plan, r.placed_from, r.id
WITH near, far, from_steps, to_steps, collect(r) AS all_of_pair
UNWIND all_of_pair AS r
WITH near, far, from_steps, to_steps, r, startNode(r) = near AS outgoing,
     [x IN all_of_pair WHERE NOT x.plan | x.id] AS facts,
     [x IN all_of_pair WHERE x.plan | x.id] AS plans
WITH *, from_steps + to_steps AS steps, size(facts) = 0 AS planned,
     CASE WHEN size(facts) = 0 THEN size(plans) ELSE size(facts) END AS number
RETURN coalesce(CASE WHEN outgoing THEN r.from_unnamed ELSE r.to_unnamed END, near.name) AS from,
       coalesce(CASE WHEN outgoing THEN r.to_unnamed ELSE r.from_unnamed END, far.name) AS to,
       near.id AS from_id, far.id AS to_id, from_steps, to_steps, facts, plans, r.id AS fact,
       type(r) AS type, r.instrument AS instrument, r.form AS form, r.measure AS measure,
       r.role AS role, outgoing, r.status AS status, r.plan AS plan, r.date AS date,
       r.valid AS valid, r.announced AS announced, r.title AS title,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base,
       r.certainty AS certainty, r.sources AS sources
ORDER BY planned, steps, number DESC, near.name, far.name, from_id, to_id, plan, r.placed_from, fact
LIMIT $limit
