// Pairs of universities
//
// Which Belarusian and Chinese universities work together, and through which facts, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   university: the Belarusian university
//   partner: the Chinese one
//   types: the types of their facts, plans aside
//   facts: the ids of their facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait = 'tie' /* filters r */
WITH ours, theirs, r ORDER BY type(r), r.id
WITH ours, theirs, collect(DISTINCT CASE WHEN NOT r.plan THEN type(r) END) AS types,
     collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
RETURN ours.name AS university, theirs.name AS partner, types, facts, plans
ORDER BY university, partner, facts, plans
LIMIT $limit
