// Regions without a reported twin
//
// Of which regions of Belarus and Minsk, or of which Chinese provinces, is no twin reported,
// neither of themselves nor of anything inside them, and what is planned?
//
// Parameters
//   $country (entity: country) = China: the country whose regions or provinces are looked at
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the place
//   id: its id
//   plans: the ids of twin ties that are only planned, proposed or talked about
MATCH (place:Entity {country: $country, first_level: true})
OPTIONAL MATCH (near:Entity)-[r:TWINNED_WITH]-(:Entity)
WHERE place.id IN near.inside AND r.trait IS NOT NULL /* filters r */
WITH place, r ORDER BY r.id
WITH place, count(CASE WHEN NOT r.plan THEN 1 END) AS ties,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
WHERE ties = 0
RETURN place.name AS name, place.id AS id, plans
ORDER BY name, id
LIMIT $limit
