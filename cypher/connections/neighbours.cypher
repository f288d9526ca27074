// Neighbours of an entity
//
// Who or what is at the other end of an entity's facts, those of where it lies and what is counted
// of it included, and of which facts, plans apart?
//
// Parameters
//   $entity (entity) = Great Stone: the entity
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the neighbour
//   id: its id, or that of what holds an unnamed one
//   entity_type: its type, `unnamed` where the sources don't name it
//   types: the types of the facts, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity {id: $entity})-[r]-(far:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH far, r, CASE startNode(r).id WHEN $entity THEN r.to_unnamed ELSE r.from_unnamed END AS words
WITH DISTINCT far, r, coalesce(words, far.name) AS name, CASE WHEN NOT r.plan THEN r END AS firm,
     CASE WHEN words IS NULL THEN far.type ELSE 'unnamed' END AS entity_type
ORDER BY type(r), r.id
RETURN name, far.id AS id, entity_type, collect(DISTINCT type(firm)) AS types,
       collect(firm.id) AS facts, collect(CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY name, id
LIMIT $limit
