// Neighbours of an entity
//
// Who is directly tied to an entity, by how many facts of which type?
//
// Parameters
//   $entity (entity) = Great Stone: the entity
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   name: the neighbour
//   id: its id
//   entity_type: its type
//   types: the types of the facts
//   facts: the ids of the facts behind the row
MATCH (e:Entity {id: $entity})-[r]-(far:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH far, collect(DISTINCT r) AS ties
// Sorted and cut before the rest of each row is read.
ORDER BY far.name, far.id
LIMIT $limit
UNWIND ties AS r
WITH far, r
ORDER BY type(r), r.id
WITH far, collect(DISTINCT type(r)) AS types, collect(r.id) AS facts
RETURN far.name AS name, far.id AS id, far.type AS entity_type, types, facts
ORDER BY name, id
LIMIT $limit
