// Possible partners of a place
//
// Which provinces are partners of at least so many places of the same type and country as this one, but not yet of
// this one, and who has them?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place that looks for partners
//   $similar (integer) = 2: how many similar places must have the partner
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the possible partner
//   id: its id
//   similar: how many similar places have it
//   reason: which similar places have it
//   facts: the ids of the facts behind the row
MATCH (home:Entity {id: $entity})
MATCH (near:Entity)-[r]-(far:Entity)
WHERE near.country = home.country AND far.country <> home.country AND r.trait = 'tie' /* filters r */
MATCH (other:Entity)
WHERE other.id IN near.inside AND other.type = home.type AND other.id <> 'BY-HM'
MATCH (partner:Entity)
WHERE partner.id IN far.inside AND partner.first_level
WITH DISTINCT home, other, r, partner
ORDER BY other.name, r.id
WITH home, partner, collect(DISTINCT other.id) AS others, collect(DISTINCT other.name) AS reason,
     collect(DISTINCT r.id) AS facts
WHERE NOT home.id IN others AND size(others) >= $similar
RETURN partner.name AS name, partner.id AS id, size(others) AS similar, reason, facts
ORDER BY similar DESC, name, id
LIMIT $limit
