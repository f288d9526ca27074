// Hubs
//
// Which entities have the most partners across the border, countries left out?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   name: the entity
//   id: its id
//   entity_type: its type
//   country: where it is seated
//   partners: how many entities of another country it is tied to
//   ties: by how many facts
MATCH (a:Entity)-[r]->(b:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN']
  AND NOT a:Country AND NOT b:Country AND a.country <> b.country
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
UNWIND [[a, b], [b, a]] AS ends
WITH ends[0] AS e, count(DISTINCT ends[1]) AS partners, count(*) AS ties
RETURN e.name AS name, e.id AS id, e.type AS entity_type, e.country AS country, partners, ties
ORDER BY partners DESC, ties DESC, name, id
LIMIT $limit
