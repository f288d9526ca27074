// University ties by region
//
// Which regions of Belarus, Minsk included, have universities with partners in China, and how many?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   region: the region or Minsk
//   id: its id
//   universities: how many universities
//   partners: how many Chinese universities
//   ties: how many facts
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
MATCH up = (ours)-[:LOCATED_IN*1..6]->(region:Entity)
WHERE (region.type = 'oblast' OR region.id = 'BY-HM') AND all(n IN nodes(up) WHERE n.country = 'BY')
WITH DISTINCT region, ours, theirs, r
RETURN region.name AS region, region.id AS id, count(DISTINCT ours) AS universities, count(DISTINCT theirs) AS partners,
       count(DISTINCT r) AS ties
ORDER BY ties DESC, region, id
LIMIT $limit
