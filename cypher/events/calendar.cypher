// Calendar of a year
//
// Which visits, forums, exhibitions and other events fall in a year, where, how many participants
// does each have by name, and how many documents signed there are listed?
//
// Parameters
//   $year (year) = 2023: the year
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when it takes place, as written
//   name: the event
//   id: its id
//   kind: what sort of event
//   place: where it takes place, where stated
//   participants: how many are named, plans aside
//   documents: how many documents signed there are reported one by one
//   planned: whether nothing but plans is known of it
MATCH (event:Event)
WHERE coalesce(event.date_start, event.date_end) <= toString($year) + '-12-31'
  AND coalesce(event.date_end, '9999-12-31') >= toString($year) + '-01-01'
OPTIONAL MATCH (event)-[r]-(other:Entity)
WHERE NOT r.plan
WITH event, count(r) AS firm, min(CASE WHEN type(r) = 'LOCATED_IN' THEN other.name END) AS place,
     count(DISTINCT CASE WHEN type(r) = 'TOOK_PART_IN' AND r.from_unnamed IS NULL
       THEN other.id END) AS participants
UNWIND coalesce(event._ends, ['']) AS near
WITH event, firm, place, participants, near
OPTIONAL MATCH (:Entity {id: near})-[d:AGREEMENT|TWINNED_WITH]-(:Entity)
WHERE d.event = event.id AND d.instrument IS NOT NULL AND NOT d.plan
WITH event, firm, place, participants,
     count(DISTINCT coalesce(d.document, d.id)) AS documents,
     coalesce(event.date_start, event.date_end) AS day
RETURN event.date AS date, event.name AS name, event.id AS id, event.kind AS kind, place,
       participants, documents, firm = 0 AS planned
ORDER BY day, name, id
LIMIT $limit
