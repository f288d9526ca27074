// Twinnings by region
//
// How many twin ties does each Belarusian region, Minsk included, have with all that lies inside it, and with which
// provinces?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   region: the region or Minsk
//   id: its id
//   ties: how many twin ties, plans aside
//   plans: how many are planned, proposed or talked about
//   provinces: the Chinese provinces on the other side
//   facts: the ids of the facts behind the row
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)
MATCH up = (a)-[:LOCATED_IN*0..6]->(region:Entity)
WHERE region.type = 'oblast' OR region.id = 'BY-HM'
OPTIONAL MATCH (b)-[:LOCATED_IN*0..6]->(province:Province)
WITH DISTINCT region, r, province,
     CASE WHEN coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] THEN 1 ELSE 0 END AS plan
ORDER BY province.name, r.id
WITH region, collect(DISTINCT province.name) AS provinces, collect(DISTINCT r.id) AS facts,
     count(DISTINCT CASE plan WHEN 1 THEN r.id END) AS plans
UNWIND facts AS fact
WITH region, provinces, plans, fact
ORDER BY fact
WITH region, provinces, plans, collect(fact) AS facts
RETURN region.name AS region, region.id AS id, size(facts) - plans AS ties, plans, provinces, facts
ORDER BY ties DESC, region, id
LIMIT $limit
