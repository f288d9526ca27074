// Entities with a name
//
// Which entities go by this name or id?
//
// Parameters
//   $key (text, fold) = Vitebsk: the name
// Columns
//   id: its id
//   type: its type
//   name: its established name
//   parent: the name of the place or body that holds it, empty when nothing does
//   parent_id: the id of that place or body
//   exact: whether the key is its id or its established name
MATCH (e:Entity)
WHERE $key IN e._keys
OPTIONAL MATCH (e)-[:LOCATED_IN|PART_OF]->(holder:Entity)
WITH e, holder
ORDER BY holder.id
WITH e, collect(holder) AS holders
RETURN e.id AS id, e.type AS type, e.name AS name,
       coalesce(head(holders).name, '') AS parent, coalesce(head(holders).id, '') AS parent_id,
       $key IN e._keys[0..2] AS exact
ORDER BY id
LIMIT 50
