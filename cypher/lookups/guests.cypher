// Who lies in places across a border
//
// Which entities lie in these places and bodies without being inside them?
//
// Parameters
//   $holders (entity, list) = economic_zone/great-stone: the places and bodies
// Columns
//   id: the id of an entity
UNWIND $holders AS holder
MATCH (:Entity {id: holder})<-[r:LOCATED_IN|PART_OF]-(held:Entity)
WHERE r.trait = 'structure' AND NOT holder IN held.inside
RETURN DISTINCT held.id AS id
ORDER BY id
