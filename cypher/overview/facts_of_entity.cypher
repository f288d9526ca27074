// Facts of an entity
//
// Which facts does an entity itself stand in, of each type the plans last?
//
// Parameters
//   $entity (entity) = Vitebsk: the entity
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   fact: the fact's id
//   type: its type
//   outgoing: whether it is written from the entity
//   other: the id of its other end
//   other_name: its other end
//   properties: all the fact's properties
MATCH (e:Entity {id: $entity})-[r]-(other:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH e, r, other
// Sorted and cut before the rest of each row is read.
ORDER BY type(r), r.plan, r.placed_from, r.id
LIMIT $limit
RETURN r.id AS fact, type(r) AS type, startNode(r).id = e.id AS outgoing, other.id AS other,
       coalesce(CASE WHEN startNode(r) = e THEN r.to_unnamed ELSE r.from_unnamed END, other.name)
       AS other_name, properties(r) AS properties
ORDER BY type, properties.plan, properties.placed_from, fact
LIMIT $limit
