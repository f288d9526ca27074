// Entities with a name
//
// Which entities go by this name or id?
//
// Parameters
//   $key (text, fold) = Vitebsk: the name
//   $other (text) = ~vitebsk: its words in one spelling and any order, as `_keys` hold them, or the name again
// Columns
//   id: its id
//   type: its type
//   name: its established name
//   country: where it is seated
//   holders: the ids of what holds it, at any remove
//   parent: the name of the place or body that holds it, empty when nothing does
//   exact: whether the key is its id or its established name
MATCH (e:Entity)
WHERE $key IN e._keys OR $other IN e._keys
OPTIONAL MATCH (e)-[r:LOCATED_IN|PART_OF]->(holder:Entity)
WHERE r.trait IS NOT NULL
WITH e, holder
ORDER BY holder.id
WITH e, collect(holder) AS nearest
OPTIONAL MATCH (e)-[chain:LOCATED_IN|PART_OF*1..8]->(around:Entity)
WHERE all(r IN chain WHERE r.trait IS NOT NULL)
WITH e, nearest, collect(DISTINCT around.id) AS holders
RETURN e.id AS id, e.type AS type, e.name AS name, e.country AS country, holders,
       coalesce(head(nearest).name, '') AS parent,
       $key IN e._keys[0..2] AS exact
ORDER BY id
LIMIT 50
