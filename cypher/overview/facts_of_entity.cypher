// Facts of an entity
//
// Which facts does an entity itself stand in?
//
// Parameters
//   $entity (entity) = Vitebsk: the entity
//   $limit (integer) = 1000: how many rows at the most
// Filters
// Columns
//   fact: the fact's id
//   type: its type
//   outgoing: whether it is written from the entity
//   other: the id of its other end
//   other_name: the name of its other end
//   properties: all the fact's properties
MATCH (e:Entity {id: $entity})-[r]-(other:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH e, r, other
// Sorted and cut before the rest of each row is read.
ORDER BY type(r), r.date_start, r.id
LIMIT $limit
RETURN r.id AS fact, type(r) AS type, startNode(r).id = e.id AS outgoing, other.id AS other, other.name AS other_name,
       properties(r) AS properties
ORDER BY type, properties.date_start, fact
LIMIT $limit
