// Partners of a place by type
//
// What sorts of partners across the border does a place have, itself or inside it, and through
// which types of facts, plans apart?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   entity_type: what sort of partner, `unnamed` where the sources don't name it
//   type: the fact's type
//   partners: how many partners, plans aside
//   facts: how many facts, plans aside
//   plans: how many are planned, proposed or talked about
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)-[r]-(far:Entity)
WHERE $entity IN near.inside AND r.trait = 'tie' AND far.country <> home.country /* filters r */
WITH r, far, CASE WHEN startNode(r).id = far.id THEN r.from_unnamed ELSE r.to_unnamed END AS words
RETURN CASE WHEN words IS NULL THEN far.type ELSE 'unnamed' END AS entity_type, type(r) AS type,
       count(DISTINCT CASE WHEN NOT r.plan THEN coalesce(words, far.id) END) AS partners,
       count(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
       count(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY entity_type, type
LIMIT $limit
