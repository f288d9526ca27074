// What places and bodies hold
//
// Which entities do these places and bodies hold, those across a border included that lie in them?
//
// Parameters
//   $holders (entity, list) = BY-VI: the places and bodies
// Columns
//   id: the id of an entity that one of them holds
UNWIND $holders AS holder
MATCH (:Entity {id: holder})<-[steps:LOCATED_IN|PART_OF*0..8]-(held)
WHERE holder IN held.inside OR size(steps) = 1 AND all(r IN steps WHERE r.trait = 'structure')
RETURN DISTINCT held.id AS id
ORDER BY id
