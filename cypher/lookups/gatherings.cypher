// Events and memberships
//
// In which events did these entities take part, and of which bodies are they members, or who did
// and is?
//
// Parameters
//   $ids (entity, list) = university/bsu: the parties, events or bodies
//   $parties (boolean) = false: whether the parties are asked for
// Columns
//   id: the id of one of these
//   other: the id of the event or body, or of the party
//   name: the name of that
//   type: the type of that
//   depth: how many entities hold that, its own included
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[r:MEMBER_OF|TOOK_PART_IN]-(other:Entity)
WHERE r.trait IS NOT NULL AND NOT r.plan AND (startNode(r) = other) = $parties /* filters r */
RETURN DISTINCT id, other.id AS other, other.name AS name, other.type AS type,
       size(other.inside) AS depth
ORDER BY id, other
