// Pairs of universities
//
// Which Belarusian and Chinese universities work together, and through which facts?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   university: the Belarusian university
//   partner: the Chinese one
//   types: the types of their facts
//   facts: the ids of the facts behind the row
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait = 'tie' /* filters r */
WITH ours, theirs, r
ORDER BY type(r), r.id
WITH ours, theirs, collect(DISTINCT type(r)) AS types, collect(r.id) AS facts
RETURN ours.name AS university, theirs.name AS partner, types, facts
ORDER BY university, partner, facts
LIMIT $limit
