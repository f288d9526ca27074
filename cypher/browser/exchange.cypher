// Picture: the exchange
//
// Who is accredited at the exchange, trades with it, or talks with it, countries left out?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   exchange: the exchange
//   fact: the fact, as a relationship
//   partner: the other end
MATCH (exchange:Entity {id: $entity})-[r]-(partner:Entity)
WHERE r.trait IS NOT NULL AND NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR']
  AND partner.type <> 'country' /* filters r */
RETURN exchange, r AS fact, partner
ORDER BY fact.plan, partner.id, fact.id
LIMIT $limit
