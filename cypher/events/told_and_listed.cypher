// Signed at an event: reported, and listed
//
// How many documents or contracts of which kind are reported to have been signed at each event, and
// how many of that kind are reported one by one?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   event: the event
//   id: its id
//   date: when it took place, as written
//   measure: what is counted
//   told_qualifier: how exact the count is
//   told: how many are reported
//   listed: how many of that kind, signed there by the same side, are reported one by one
//   facts: the id of the count, and the ids of what is listed
MATCH (a:Entity)-[r:INDICATOR]->(:Entity)
WHERE r.measure CONTAINS 'signed' AND NOT r.plan
  AND (r.event IS NOT NULL OR a:Event) /* filters r */
MATCH (event:Entity {id: coalesce(r.event, a.id)})
UNWIND coalesce(event._ends, ['']) AS near
WITH DISTINCT a, r, event, near
OPTIONAL MATCH (one:Entity {id: near})-[d:AGREEMENT|CONTRACT|TWINNED_WITH]-(other:Entity)
WHERE d.event = event.id AND NOT d.plan AND (type(d) = 'CONTRACT' OR d.instrument IS NOT NULL)
  AND (r.measure CONTAINS 'document' OR r.measure CONTAINS coalesce(d.instrument, 'contract'))
  AND (a:Event OR a.id IN one.inside OR a.id IN other.inside) /* filters d */
WITH r, event, d ORDER BY d.id
WITH r, event, count(DISTINCT coalesce(d.document, d.id)) AS listed,
     collect(DISTINCT d.id) AS listed_ids, event.date_start AS day
RETURN event.name AS event, event.id AS id, event.date AS date, r.measure AS measure,
       r.quantity_qualifier AS told_qualifier, r.quantity AS told, listed,
       [r.id] + listed_ids AS facts
ORDER BY day, id, told DESC, facts
LIMIT $limit
