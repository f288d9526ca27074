// Places without a reported tie
//
// Of which places of a country, such as Chinese provinces or Belarusian cities, is no tie across
// the border reported, neither of themselves nor of anything inside them, and what is planned?
//
// Parameters
//   $country (entity: country) = China: the country whose places are looked at
//   $to (entity_type) = province: what type of place to look at
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the place
//   id: its id
//   plans: the ids of ties that are only planned, proposed or talked about
MATCH (place:Entity {type: $to, country: $country})
OPTIONAL MATCH (place)<-[:LOCATED_IN|PART_OF*0..8]-(near)-[r]-(far:Entity)
WHERE place.id IN near.inside AND r.trait = 'tie' AND far.country <> $country /* filters r */
WITH place, r ORDER BY r.id
WITH place, collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
WHERE facts = []
RETURN place.name AS name, place.id AS id, plans
ORDER BY name, id
LIMIT $limit
