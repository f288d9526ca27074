// Regions by provinces
//
// How many facts tie each Belarusian region, Minsk included, to each Chinese province, counting
// what lies inside both, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   region: the Belarusian region or Minsk
//   region_id: its id
//   province: the Chinese province
//   province_id: its id
//   facts: how many facts tie them, plans aside
//   plans: how many are planned, proposed or talked about
WITH COLLECT { MATCH (place:Entity {first_level: true}) RETURN place.id } AS places
MATCH (a:Entity {country: 'BY'})-[r]-(b:Entity {country: 'CN'})
WHERE r.trait = 'tie' /* filters r */
UNWIND [id IN a.inside WHERE id IN places] AS home
UNWIND [id IN b.inside WHERE id IN places] AS far
WITH home, far, count(r) AS all, count(CASE WHEN r.plan THEN 1 END) AS plans
MATCH (region:Entity {id: home}), (province:Entity {id: far})
RETURN region.name AS region, region.id AS region_id, province.name AS province,
       province.id AS province_id, all - plans AS facts, plans
ORDER BY region, region_id, province, province_id
LIMIT $limit
