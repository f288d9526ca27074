// Regions of entities
//
// In which oblast, province or first-level city does each of these entities lie, and in how many
// steps?
//
// Parameters
//   $entities (entity, list) = city/polotsk: their ids
// Columns
//   id: the entity's id
//   region: the id of a region that holds it
//   name: the region's name
//   steps: how many steps lead there, 0 for the region itself
UNWIND $entities AS entity
MATCH up = (n:Entity {id: entity})-[:LOCATED_IN|PART_OF*0..8]->(region:Entity)
WHERE region.first_level AND region.id IN n.inside
RETURN n.id AS id, region.id AS region, region.name AS name, min(length(up)) AS steps
ORDER BY id, steps, region
