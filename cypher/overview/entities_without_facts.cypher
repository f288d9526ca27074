// Entities that no fact joins
//
// Which entities are an end of no fact but structure (though one may name them as the joint body or
// event that it is about), and of how many plans?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the entity
//   id: its id
//   entity_type: its type
//   country: where it is seated
//   plans: of how many plans it is an end
MATCH (e:Entity)
WHERE e.inside IS NOT NULL
OPTIONAL MATCH (e)-[r]-(:Entity)
WHERE r.trait <> 'structure' /* filters r */
WITH e, count(CASE WHEN NOT r.plan THEN 1 END) AS facts, count(CASE WHEN r.plan THEN 1 END) AS plans
WHERE facts = 0
RETURN e.name AS name, e.id AS id, e.type AS entity_type, e.country AS country, plans
ORDER BY name, id
LIMIT $limit
