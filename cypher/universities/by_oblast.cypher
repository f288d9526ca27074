// University ties by region, named partners only
//
// Which regions of Belarus, Minsk included, have universities with Chinese universities as named
// partners, and how many, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   region: the region or Minsk
//   id: its id
//   universities: how many universities, plans aside
//   partners: how many Chinese universities by name, plans aside;
//     what is reported only as a number is in universities/counts
//   facts: how many facts, plans aside
//   plans: how many are planned, proposed or talked about
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait = 'tie' /* filters r */
MATCH (region:Entity WHERE region.id IN ours.inside AND region.first_level)
RETURN region.name AS region, region.id AS id,
       count(DISTINCT CASE WHEN NOT r.plan THEN ours.id END) AS universities,
       count(DISTINCT CASE WHEN NOT r.plan THEN theirs.id END) AS partners,
       count(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
       count(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY facts DESC, region, id
LIMIT $limit
