// Ties that ended or are planned
//
// Which ties of a place or body, and of what is inside it, have ended, and which are planned, proposed or talked
// about?
//
// Parameters
//   $party (entity, widen) = Vitebsk: the place or body, with all that is inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
//   valid: how long it is meant to hold
//   announced: when a plan was told
//   fact: the fact's id
//   sources: where it is told
MATCH (home:Entity {id: $party})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS inside
UNWIND inside AS near
WITH DISTINCT near
MATCH (near)-[r]-(:Entity)
WHERE r.status IN ['ended', 'planned', 'proposed', 'negotiating']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH DISTINCT r
// Sorted and cut before the rest of each row is read.
ORDER BY r.status, type(r), r.date, r.id
LIMIT $limit
WITH r, startNode(r) AS a, endNode(r) AS b
RETURN r.status AS status, type(r) AS type, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.valid AS valid, r.announced AS announced, r.id AS fact,
       r.sources AS sources
ORDER BY status, type, date, fact
LIMIT $limit
