// What holds entities
//
// Which places and bodies hold these entities, and which do they lie in across a border?
//
// Parameters
//   $ids (entity, list) = city/vitebsk: the entities
// Columns
//   id: the id of an entity
//   name: its name
//   type: its type
//   relationships: how many it has
//   holder: the id of what holds it, its own included
//   holder_name: the name of that
//   holder_type: the type of that
//   inside: whether the entity lies inside that
//   depth: how many entities hold that, its own included
UNWIND $ids AS id
MATCH (e:Entity {id: id})
OPTIONAL MATCH (e)-[r:LOCATED_IN|PART_OF]->(head:Entity)
WHERE r.trait = 'structure'
WITH e, collect(DISTINCT head.id) AS heads
// One by one, so that each is sought by its index.
UNWIND e.inside + [head IN heads WHERE NOT head IN e.inside] AS holder_id
MATCH (holder:Entity {id: holder_id})
RETURN e.id AS id, e.name AS name, e.type AS type, COUNT { (e)--() } AS relationships,
       holder.id AS holder, holder.name AS holder_name, holder.type AS holder_type,
       holder.id IN e.inside AS inside, size(holder.inside) AS depth
ORDER BY id, holder
