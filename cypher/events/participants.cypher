// Participants of an event
//
// Who took part in an event, or is to?
//
// Parameters
//   $entity (entity: event) = event/ciie-2023: the event
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   who: who took part
//   id: its id, or that of what holds an unnamed one
//   entity_type: its type, `unnamed` where the sources don't name it
//   country: where it is seated
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (event:Entity {id: $entity})<-[r:TOOK_PART_IN]-(party:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN coalesce(r.from_unnamed, party.name) AS who, party.id AS id,
       CASE WHEN r.from_unnamed IS NULL THEN party.type ELSE 'unnamed' END AS entity_type,
       party.country AS country, r.status AS status, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, country, who, fact
LIMIT $limit
