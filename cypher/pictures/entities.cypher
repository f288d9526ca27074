// Entities to draw
//
// What is there to know about these entities?
//
// Parameters
//   $entities (entity, list) = city/vitebsk: their ids
// Columns
//   id: the entity's id
//   properties: all its properties
UNWIND $entities AS entity
MATCH (n:Entity {id: entity})
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
