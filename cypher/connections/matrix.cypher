// Regions by provinces
//
// How many facts tie each Belarusian region, Minsk included, to each Chinese province, counting what lies inside
// both?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   region: the Belarusian region or Minsk
//   region_id: its id
//   province: the Chinese province
//   province_id: its id
//   ties: how many facts tie them, plans aside
//   plans: how many are planned, proposed or talked about
MATCH down = (province:Province)<-[:LOCATED_IN*0..6]-(b:Entity)
WHERE all(n IN nodes(down) WHERE n.country = 'CN')
WITH DISTINCT province, b
MATCH (b)-[r]-(a:Entity {country: 'BY'})
WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF', 'INDICATOR', 'MEMBER_OF', 'TOOK_PART_IN']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
// The way up is gone once for each party, however many facts it has.
WITH a, collect({province: province, fact: r}) AS found
MATCH up = (a)-[:LOCATED_IN*0..6]->(region:Entity)
WHERE (region.type = 'oblast' OR region.id = 'BY-HM') AND all(n IN nodes(up) WHERE n.country = 'BY')
UNWIND found AS one
WITH region, one.province AS province, one.fact AS r
WITH DISTINCT region, province, r,
     CASE WHEN coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] THEN 1 ELSE 0 END AS plan
WITH region, province, count(r) AS facts, sum(plan) AS plans
RETURN region.name AS region, region.id AS region_id, province.name AS province, province.id AS province_id,
       facts - plans AS ties, plans
ORDER BY region, region_id, province, province_id
LIMIT $limit
