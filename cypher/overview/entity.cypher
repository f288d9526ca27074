// An entity
//
// What is known of an entity itself?
//
// Parameters
//   $entity (entity) = Vitebsk: the entity
// Columns
//   id: its id
//   properties: all its properties
MATCH (e:Entity {id: $entity})
RETURN e.id AS id, properties(e) AS properties
ORDER BY id
LIMIT 1
