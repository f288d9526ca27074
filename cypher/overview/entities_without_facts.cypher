// Entities without facts
//
// Which entities stand in no fact but structure?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the entity
//   id: its id
//   entity_type: its type
//   country: where it is seated
MATCH (e:Entity)
WHERE NOT EXISTS { MATCH (e)-[r]-(:Entity) WHERE NOT type(r) IN ['LOCATED_IN', 'PART_OF'] }
RETURN e.name AS name, e.id AS id, e.type AS entity_type, e.country AS country
ORDER BY name, id
LIMIT $limit
