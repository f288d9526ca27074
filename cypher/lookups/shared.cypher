// What two hold
//
// Which entities lie both inside a place or body and inside one of some others?
//
// Parameters
//   $holder (entity) = institution/nas-belarus: the place or body
//   $others (entity, list) = BY-HO: the others
// Columns
//   id: the id of an entity
MATCH (:Entity {id: $holder})<-[:LOCATED_IN|PART_OF*0..8]-(held)
WHERE $holder IN held.inside AND any(other IN $others WHERE other IN held.inside)
RETURN DISTINCT held.id AS id
ORDER BY id
