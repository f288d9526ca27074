// Picture: the exchange
//
// Who is accredited at the exchange, trades there, or talks with it?
//
// Parameters
//   $exchange (entity) = BUTB: the exchange
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   exchange: the exchange
//   fact: the fact, as a relationship
//   partner: the other end
MATCH (exchange:Entity {id: $exchange})-[r]-(partner:Entity)
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR'] AND partner.type <> 'country'
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN exchange, r AS fact, partner
ORDER BY partner.id, fact.id
LIMIT $limit
