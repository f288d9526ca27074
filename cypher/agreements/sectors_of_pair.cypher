// Sectors of a pair
//
// In which fields do two parties work together, themselves or through what is inside them, and how often is each
// named?
//
// Parameters
//   $first (entity, widen) = Minsk Region: the one
//   $second (entity, widen) = Chongqing: the other
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   sector: the field of work
//   ties: how many facts name it, plans aside
//   plans: how many plans name it
//   facts: the ids of the facts behind the row
MATCH (home:Entity {id: $first})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS ours
MATCH (other:Entity {id: $second})
OPTIONAL MATCH down = (other)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = other.country)
WITH ours, other, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (other)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = other.country)
WITH ours, other, located, collect(DISTINCT member) AS members
WITH ours, other, located + members + [other] AS theirs
UNWIND ours AS near
WITH DISTINCT near, theirs
MATCH (near)-[r]-(far:Entity)
WHERE far IN theirs
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH DISTINCT r
UNWIND r.sectors AS sector
WITH sector, r, CASE WHEN coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] THEN 1 ELSE 0 END AS plan
ORDER BY r.id
WITH sector, count(r) AS named, sum(plan) AS plans, collect(r.id) AS facts
RETURN sector, named - plans AS ties, plans, facts
ORDER BY ties DESC, plans DESC, sector
LIMIT $limit
