// Region of the same name
//
// Which oblast or province of the same name holds this city?
//
// Parameters
//   $city (entity) = city/vitebsk: the city
// Columns
//   id: the id of the oblast or province
//   type: oblast or province
//   name: its established name
MATCH (city:Entity {id: $city})-[:LOCATED_IN*1..3]->(region:Entity)
WHERE city.type = 'city' AND region.type IN ['oblast', 'province'] AND region.country = city.country
  AND region.name IN [city.name, city.name + ' Region', city.name + ' Province']
RETURN DISTINCT region.id AS id, region.type AS type, region.name AS name
ORDER BY id
LIMIT 1
