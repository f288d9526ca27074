// Who was at an event with whom
//
// Who of the other country, countries left out, was at the same event as a place or body or what is
// inside it, or is to be?
//
// Parameters
//   $entity (entity, widen) = Brest: the place or body, with all that is inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   event: the event
//   id: its id
//   date: when it took place, as written
//   who: who took part
//   with: who of the other country was there too
//   facts: the ids of both parts taken, plans aside
//   plans: their ids where one of them is only planned
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT home, near
MATCH (near)-[r:TOOK_PART_IN]->(event:Event)<-[p:TOOK_PART_IN]-(far:Entity)
WHERE far.country <> home.country AND far.type <> 'country'
  AND r.trait IS NOT NULL /* filters r */
  AND p.trait IS NOT NULL /* filters p */
WITH *, CASE WHEN r.plan OR p.plan THEN [] ELSE [r.id, p.id] END AS facts,
     CASE WHEN r.plan OR p.plan THEN [r.id, p.id] ELSE [] END AS plans,
     coalesce(event.date_start, event.date_end) AS day
RETURN event.name AS event, event.id AS id, event.date AS date,
       coalesce(r.from_unnamed, near.name) AS who, coalesce(p.from_unnamed, far.name) AS with,
       facts, plans
ORDER BY day, id, who, with, facts, plans
LIMIT $limit
