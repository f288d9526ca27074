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
//   status: how far it has come
//   near_words: the end on this side, as answers print it
//   far_words: the end on that side, as answers print it
//   sources: where it is told
UNWIND $near AS near_id
MATCH (near:Entity {id: near_id})-[r]-(far:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN near.id AS near, far.id AS id, far.name AS name, far.type AS entity_type, r.id AS fact, type(r) AS type,
       startNode(r).id = near.id AS outgoing, r.title AS title, r.date AS date, r.status AS status,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.from_unnamed, near.name)
         ELSE coalesce(r.to_unnamed, near.name)
       END AS near_words,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.to_unnamed, far.name)
         ELSE coalesce(r.from_unnamed, far.name)
       END AS far_words,
       r.sources AS sources
ORDER BY near, name, id, type, date, fact
