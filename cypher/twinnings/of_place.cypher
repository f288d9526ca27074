// Twinnings of a place
//
// Which twin, sister and friendship ties has a place, itself or through what is inside it?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   from: the Belarusian end
//   to: the Chinese end
//   date: when, as written
//   status: how far it has come
//   instrument: which kind of document
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
MATCH (near)-[r:TWINNED_WITH]-(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.status AS status, r.instrument AS instrument, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY date, from, to, fact
LIMIT $limit
