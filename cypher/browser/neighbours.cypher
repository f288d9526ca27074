// Picture: the neighbours of an entity
//
// What is directly tied to an entity, structure included?
//
// Parameters
//   $entity (entity) = Great Stone: the entity
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   entity: the entity
//   fact: the fact, as a relationship
//   neighbour: what it leads to
MATCH (entity:Entity {id: $entity})-[r]-(neighbour:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN entity, r AS fact, neighbour
ORDER BY fact.plan, neighbour.id, fact.id
LIMIT $limit
