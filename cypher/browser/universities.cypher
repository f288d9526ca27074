// Picture: the universities
//
// Which universities of the two countries work together, or plan to, and where do they lie?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   university: the Belarusian university
//   fact: the fact, as a relationship
//   partner: the Chinese one
//   lies: what says where the Belarusian one lies
//   place: where it lies
//   partner_lies: what says where the Chinese one lies
//   partner_place: where that lies
MATCH (university:University {country: 'BY'})
      -[r]-(partner:Entity {country: 'CN', type: 'university'})
WHERE r.trait = 'tie' /* filters r */
OPTIONAL MATCH (university)-[lies:LOCATED_IN]->(place:Entity)
WHERE lies.trait IS NOT NULL /* works lies */
OPTIONAL MATCH (partner)-[partner_lies:LOCATED_IN]->(partner_place:Entity)
WHERE partner_lies.trait IS NOT NULL /* works partner_lies */
RETURN university, r AS fact, partner, lies, place, partner_lies, partner_place
ORDER BY fact.plan, university.id, partner.id, fact.id, place.id, partner_place.id
LIMIT $limit
