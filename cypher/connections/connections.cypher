// Places tied to a place
//
// Which provinces (or cities, universities …) are tied to an entity or to what is inside it, through which facts?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the entity whose ties are asked for
//   $to (entity_type) = province: what type of entity to look for
//   $direct (boolean) = false: leave out what is inside, on both sides
//   $events (boolean) = false: count events and memberships too
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   id: the id of an entity found
//   name: its name
//   fact: the fact's id
//   type: the fact's type
//   title: what the fact says
//   date: when, as written
//   valid: the period it is meant to hold
//   announced: when a plan was told
//   status: how far it has come
//   near: the end on this side
//   far: the end on that side
//   sources: where it is told
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside AND (NOT $direct OR near = home)
WITH DISTINCT home, near
MATCH (near)-[r]-(far:Entity)
WHERE (r.trait = 'tie' OR $events AND type(r) IN ['MEMBER_OF', 'TOOK_PART_IN'])
  AND ($direct OR NOT $entity IN far.inside) /* filters r */
MATCH (target:Entity {type: $to})
WHERE target.id IN (CASE WHEN $direct THEN [far.id] ELSE far.inside END)
  AND ($direct OR NOT $entity IN target.inside)
RETURN target.id AS id, target.name AS name, r.id AS fact, type(r) AS type, r.title AS title, r.date AS date,
       r.valid AS valid, r.announced AS announced, r.status AS status,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.from_unnamed, near.name)
         ELSE coalesce(r.to_unnamed, near.name)
       END AS near,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.to_unnamed, far.name)
         ELSE coalesce(r.from_unnamed, far.name)
       END AS far,
       r.sources AS sources
ORDER BY name, date, fact
LIMIT $limit
