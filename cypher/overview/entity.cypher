// An entity
//
// What is known of an entity itself?
//
// Parameters
//   $entity (entity) = Vitebsk: the entity
// Columns
//   properties: all its properties
MATCH (e:Entity {id: $entity})
RETURN properties(e) AS properties
ORDER BY e.id
