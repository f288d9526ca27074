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
MATCH (a:Entity {country: 'BY'})-[r]-(b:Entity {country: 'CN'})
WHERE r.trait = 'tie' /* filters r */
UNWIND a.inside AS home
UNWIND b.inside AS far
WITH home, far, count(r) AS number, count(CASE WHEN r.plan THEN 1 END) AS plans
MATCH (region:Entity {id: home, first_level: true}), (p:Entity {id: far, first_level: true})
RETURN region.name AS region, region.id AS region_id, p.name AS province, p.id AS province_id,
       number - plans AS facts, plans
ORDER BY region, region_id, province, province_id
LIMIT $limit
