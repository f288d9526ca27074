// Ways up
//
// Through what does each of these entities lie in or belong to what holds it?
//
// Parameters
//   $inner (entity, list) = company/mtz: the entities
//   $outer (entity, list) = BY-HM: what holds each of them
// Columns
//   inner: the id of an entity
//   outer: the id of what holds it
//   entities: the ids of the entities on the way, both included
//   facts: the ids of the facts on the way
UNWIND range(0, size($inner) - 1) AS at
MATCH up = (:Entity {id: $inner[at]})-[:LOCATED_IN|PART_OF*1..8]->(:Entity {id: $outer[at]})
WHERE all(r IN relationships(up) WHERE r.trait = 'structure')
WITH at, [n IN nodes(up) | n.id] AS entities, [r IN relationships(up) | r.id] AS facts
RETURN $inner[at] AS inner, $outer[at] AS outer, entities, facts
ORDER BY inner, outer, size(facts), facts
