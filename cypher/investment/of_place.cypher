// Projects of a place
//
// Which joint projects does a place have, itself or through what is inside it?
//
// Parameters
//   $place (entity, widen) = Minsk Region: the place, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   form: what is made together
//   status: how far it has come
//   date: when, as written
//   announced: when a plan was told
//   from: the end it is written from
//   to: the end it is written to
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (home:Entity {id: $place})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS inside
UNWIND inside AS near
WITH DISTINCT near
MATCH (near)-[r:JOINT_PROJECT]-(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.form, r.status, r.date, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN r.form AS form, r.status AS status, r.date AS date, r.announced AS announced,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY form, status, date, fact
LIMIT $limit
