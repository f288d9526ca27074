// Relationships of what places and bodies hold
//
// How many relationships does each place or body have with all that lies inside it?
//
// Parameters
//   $holders (entity, list) = BY-VI: the places and bodies
// Columns
//   id: the id of a place or body
//   relationships: how many these have
UNWIND $holders AS id
MATCH (:Entity {id: id})<-[:LOCATED_IN|PART_OF*0..8]-(held)
WHERE id IN held.inside
WITH DISTINCT id, held
RETURN id, sum(COUNT { (held)--() }) AS relationships
ORDER BY id
