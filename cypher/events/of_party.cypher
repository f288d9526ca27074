// Events of a party
//
// In which events did a place or body take part, itself or through what is inside it, and which lay in it?
//
// Parameters
//   $party (entity, widen) = Brest: the place or body, with all that is inside it
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   date: when it took place, as written
//   event: the event
//   id: its id
//   kind: what sort of event
//   who: who took part
//   fact: the fact's id
//   sources: where it is told
MATCH (home:Entity {id: $party})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS inside
UNWIND inside AS near
WITH DISTINCT near
MATCH (near)-[r:TOOK_PART_IN]->(event:Event)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN coalesce(event.date, r.date) AS date, event.name AS event, event.id AS id, event.kind AS kind,
       coalesce(r.from_unnamed, near.name) AS who, r.id AS fact, r.sources AS sources
ORDER BY date, event, who, fact
LIMIT $limit
