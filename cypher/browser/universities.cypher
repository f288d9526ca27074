// Picture: the universities
//
// Which universities of the two countries work together, and where do they lie?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   university: the Belarusian university
//   fact: the fact, as a relationship
//   partner: the Chinese one
MATCH (university:University {country: 'BY'})-[r]-(partner:Entity {country: 'CN', type: 'university'})
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN university, r AS fact, partner
ORDER BY university.id, partner.id, fact.id
LIMIT $limit
