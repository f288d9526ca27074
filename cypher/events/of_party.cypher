// Events of a party
//
// In which events did a place or body take part, itself or through what is inside it, or is to, and
// which lay in it?
//
// Parameters
//   $entity (entity, widen) = Brest: the place or body, with all that is inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when it took place, as written
//   event: the event
//   id: its id
//   kind: what sort of event
//   type: TOOK_PART_IN, or LOCATED_IN where it lay there
//   who: who took part, or where it lay
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
      -[r:TOOK_PART_IN|LOCATED_IN]-(event:Event)
WHERE $entity IN near.inside AND r.trait IS NOT NULL /* filters r */
WITH DISTINCT near, r, event, coalesce(event.date_start, event.date_end, r.placed_from) AS day
RETURN coalesce(event.date, r.date) AS date, event.name AS event, event.id AS id,
       event.kind AS kind, type(r) AS type, coalesce(r.from_unnamed, near.name) AS who,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, day, event, who, fact
LIMIT $limit
