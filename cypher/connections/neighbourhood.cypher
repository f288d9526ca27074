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
OPTIONAL MATCH (start)-[r]-(far:Entity)
WHERE $depth >= 1 AND far.type <> 'country'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
WITH collect(DISTINCT far) AS first
UNWIND [null] + CASE WHEN $depth < 2 THEN [] ELSE first END AS near
OPTIONAL MATCH (near)-[r]-(far:Entity)
WHERE far.type <> 'country'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
// What earlier steps found is carried by the row of null alone: as a key to group by it would be compared in each row.
WITH head(collect(CASE WHEN near IS NULL THEN first END)) AS first, collect(DISTINCT far) AS second
UNWIND [null] + CASE WHEN $depth < 3 THEN [] ELSE second END AS near
OPTIONAL MATCH (near)-[r]-(far:Entity)
WHERE far.type <> 'country'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
WITH head(collect(CASE WHEN near IS NULL THEN first END)) AS first,
     head(collect(CASE WHEN near IS NULL THEN second END)) AS second, collect(DISTINCT far) AS third
UNWIND [n IN first | {node: n, distance: 1}] + [n IN second | {node: n, distance: 2}]
       + [n IN third | {node: n, distance: 3}] AS found
WITH found.node AS far, min(found.distance) AS distance
WHERE far.id <> $entity
RETURN distance, far.name AS name, far.id AS id, far.type AS entity_type
ORDER BY distance, name, id
LIMIT $limit
