// Projects of a place
//
// Which joint projects does a place have or plan, itself or through what is inside it?
//
// Parameters
//   $entity (entity, widen) = Minsk Region: the place, with all that lies inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   form: what is made together
//   status: how far it has come
//   date: when, as written
//   announced: when a plan was announced
//   from: the end it is written from
//   to: the end it is written to
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)-[r:JOINT_PROJECT]-(:Entity)
WHERE $entity IN near.inside AND r.trait IS NOT NULL /* filters r */
WITH DISTINCT r
RETURN r.form AS form, r.status AS status, r.date AS date, r.announced AS announced,
       coalesce(r.from_unnamed, startNode(r).name) AS from,
       coalesce(r.to_unnamed, endNode(r).name) AS to, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
