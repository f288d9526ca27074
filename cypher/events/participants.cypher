// Participants of an event
//
// Who took part in an event, or is to?
//
// Parameters
//   $event (entity) = event/ciie-2023: the event
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   who: who took part
//   id: its id
//   entity_type: its type
//   country: where it is seated
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (event:Entity {id: $event})<-[r:TOOK_PART_IN]-(party:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN coalesce(r.from_unnamed, party.name) AS who, party.id AS id, party.type AS entity_type, party.country AS country,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY country, who, fact
LIMIT $limit
