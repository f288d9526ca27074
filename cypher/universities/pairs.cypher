// Pairs of universities
//
// Which Belarusian and Chinese universities work together, and through which facts?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   university: the Belarusian university
//   partner: the Chinese one
//   types: the types of their facts
//   facts: the ids of the facts behind the row
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH ours, theirs, r
ORDER BY type(r), r.id
WITH ours, theirs, collect(DISTINCT type(r)) AS types, collect(r.id) AS facts
RETURN ours.name AS university, theirs.name AS partner, types, facts
ORDER BY university, partner, facts
LIMIT $limit
