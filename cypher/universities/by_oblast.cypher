// University ties by region
//
// Which regions of Belarus, Minsk included, have universities with partners in China, and how many?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   region: the region or Minsk
//   id: its id
//   universities: how many universities
//   partners: how many Chinese universities
//   ties: how many facts
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait = 'tie' /* filters r */
MATCH (region:Entity)
WHERE region.id IN ours.inside AND region.first_level
WITH DISTINCT region, ours, theirs, r
RETURN region.name AS region, region.id AS id, count(DISTINCT ours) AS universities, count(DISTINCT theirs) AS partners,
       count(DISTINCT r) AS ties
ORDER BY ties DESC, region, id
LIMIT $limit
