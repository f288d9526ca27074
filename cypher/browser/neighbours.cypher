// Picture: the neighbours of an entity
//
// What is directly tied to an entity, structure included?
//
// Parameters
//   $entity (entity) = Great Stone: the entity
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   entity: the entity
//   fact: the fact, as a relationship
//   neighbour: what it leads to
MATCH (entity:Entity {id: $entity})-[r]-(neighbour:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN entity, r AS fact, neighbour
ORDER BY neighbour.id, fact.id
LIMIT $limit
