// Neighbourhood of an entity
//
// Which entities are so many steps from an entity at the most, countries left out, and how far is each?
//
// Parameters
//   $entity (entity) = Polotsk: the entity
//   $depth (integer) = 2: how many steps, three at the most
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   distance: how many steps away
//   name: the entity
//   id: its id
//   entity_type: its type
MATCH (start:Entity {id: $entity})
WITH [start] AS seen, [start] AS edge, [] AS found
UNWIND CASE edge WHEN [] THEN [null] ELSE edge END AS near
OPTIONAL MATCH (near)-[r]-(far:Entity)
WHERE $depth >= 1 AND NOT far IN seen AND far.type <> 'country'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
WITH seen, found, collect(DISTINCT far) AS edge
WITH seen + edge AS seen, edge, found + [n IN edge | {distance: 1, id: n.id, name: n.name, type: n.type}] AS found
UNWIND CASE edge WHEN [] THEN [null] ELSE edge END AS near
OPTIONAL MATCH (near)-[r]-(far:Entity)
WHERE $depth >= 2 AND NOT far IN seen AND far.type <> 'country'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
WITH seen, found, collect(DISTINCT far) AS edge
WITH seen + edge AS seen, edge, found + [n IN edge | {distance: 2, id: n.id, name: n.name, type: n.type}] AS found
UNWIND CASE edge WHEN [] THEN [null] ELSE edge END AS near
OPTIONAL MATCH (near)-[r]-(far:Entity)
WHERE $depth >= 3 AND NOT far IN seen AND far.type <> 'country'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
WITH seen, found, collect(DISTINCT far) AS edge
WITH seen + edge AS seen, edge, found + [n IN edge | {distance: 3, id: n.id, name: n.name, type: n.type}] AS found
UNWIND found AS one
RETURN one.distance AS distance, one.name AS name, one.id AS id, one.type AS entity_type
ORDER BY distance, name, id
LIMIT $limit
