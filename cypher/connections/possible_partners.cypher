// Possible partners of a place
//
// Which provinces are partners of at least so many places of the same type and country as this one, but not yet of
// this one, and who has them?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the place that looks for partners
//   $similar (integer) = 2: how many similar places must have the partner
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   name: the possible partner
//   id: its id
//   similar: how many similar places have it
//   reason: which similar places have it
//   facts: the ids of the facts behind the row
MATCH (home:Entity {id: $place})
MATCH (:Entity {id: home.country})<-[:LOCATED_IN*1..3]-(other:Entity)
WHERE other.type = home.type AND other.id <> 'BY-HM'
WITH DISTINCT home, other
MATCH down = (other)<-[:LOCATED_IN*0..6]-(near:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH DISTINCT home, other, near
MATCH (near)-[r]-(far:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN'] AND far.country <> home.country
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH DISTINCT home, other, r, far
MATCH up = (far)-[:LOCATED_IN*0..6]->(partner:Entity)
WHERE partner.type IN ['province', 'oblast'] AND all(n IN nodes(up) WHERE n.country = partner.country)
WITH DISTINCT home, other, r, partner
ORDER BY other.name, r.id
WITH home, partner, collect(DISTINCT other.id) AS others, collect(DISTINCT other.name) AS reason,
     collect(DISTINCT r.id) AS facts
WHERE NOT home.id IN others AND size(others) >= $similar
RETURN partner.name AS name, partner.id AS id, size(others) AS similar, reason, facts
ORDER BY similar DESC, name, id
LIMIT $limit
