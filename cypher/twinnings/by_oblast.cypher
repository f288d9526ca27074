// Twinnings by region
//
// How many pairs of twins does each Belarusian region, Minsk included, have with all that lies
// inside it, and with which provinces?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   region: the region or Minsk
//   id: its id
//   pairs: how many pairs of twins, plans aside, each once; "a city of …" is a twin of its own
//   provinces: the Chinese provinces on the other side, plans aside
//   planned_provinces: those on the other side of plans
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (region:Entity {country: 'BY', first_level: true})
OPTIONAL MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE region.id IN a.inside AND r.trait IS NOT NULL /* filters r */
OPTIONAL MATCH (province:Province)
WHERE province.id IN b.inside
WITH region, r, province, [a.id, r.from_unnamed, b.id, r.to_unnamed] AS pair
ORDER BY province.name, r.id
RETURN region.name AS region, region.id AS id,
       count(DISTINCT CASE WHEN NOT r.plan THEN pair END) AS pairs,
       collect(DISTINCT CASE WHEN NOT r.plan THEN province.name END) AS provinces,
       collect(DISTINCT CASE WHEN r.plan THEN province.name END) AS planned_provinces,
       collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
       collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY pairs DESC, region, id
LIMIT $limit
