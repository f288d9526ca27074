// Picture: the universities
//
// Which universities of the two countries work together, and where do they lie?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   university: the Belarusian university
//   fact: the fact, as a relationship
//   partner: the Chinese one
MATCH (university:University {country: 'BY'})-[r]-(partner:Entity {country: 'CN', type: 'university'})
WHERE r.trait = 'tie' /* filters r */
RETURN university, r AS fact, partner
ORDER BY university.id, partner.id, fact.id
LIMIT $limit
