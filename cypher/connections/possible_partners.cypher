// Possible partners of a place
//
// Which provinces, or regions and Minsk, are not reported as partners of a place but are of several
// places like it (for a region the others and Minsk, else those of its type), which places have
// them, and what is planned with them?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place that looks for partners
//   $similar (integer 1..30) = 2: how many similar places must have the partner
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the possible partner
//   id: its id
//   similar: how many similar places have it, plans aside
//   reason: which similar places have it
//   facts: the ids of the facts that the row rests on
//   plans: the ids of what this place plans with it
MATCH (home:Entity {id: $entity})
MATCH (country:Entity {id: home.country})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE country.id IN near.inside
WITH DISTINCT home, near
MATCH (near)-[r]-(far:Entity)
WHERE far.country <> home.country AND r.trait = 'tie' /* filters r */
UNWIND near.inside AS theirs
UNWIND far.inside AS ours
WITH home, theirs, ours, collect(r) AS ties
MATCH (partner:Entity {id: ours, first_level: true}), (other:Entity {id: theirs})
WHERE other.first_level = home.first_level AND (home.first_level OR other.type = home.type)
UNWIND ties AS r
WITH home, other, r, partner ORDER BY other.name, r.id
WITH home, partner, collect(DISTINCT CASE WHEN NOT r.plan THEN other.id END) AS others,
     collect(DISTINCT CASE WHEN NOT r.plan THEN other.name END) AS reason,
     collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan AND other.id = home.id THEN r.id END) AS plans
WHERE NOT home.id IN others AND size(others) >= $similar
RETURN partner.name AS name, partner.id AS id, size(others) AS similar, reason, facts, plans
ORDER BY similar DESC, name, id
LIMIT $limit
