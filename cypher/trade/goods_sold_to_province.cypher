// Goods sold to a province
//
// Which Belarusian goods go, or are to go, to a province or to what is inside it, and from whom?
//
// Parameters
//   $province (entity) = Chongqing: the province, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   good: the good or service
//   from: who sells it
//   to: who buys it
//   type: the fact's type
//   date: when, as written
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (home:Entity {id: $province})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS inside
UNWIND inside AS b
WITH DISTINCT b
MATCH (a:Entity {country: 'BY'})-[r:TRADE_FLOW|CONTRACT]->(b)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
UNWIND r.goods AS good
RETURN good, coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, type(r) AS type,
       r.date AS date, r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY good, date, fact
LIMIT $limit
