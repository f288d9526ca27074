// Calendar of a year
//
// Which visits, forums, exhibitions and other events took place in a year, where, and how much came about at each?
//
// Parameters
//   $year (year) = 2023: the year
//   $limit (integer) = 100: how many rows at the most
// Columns
//   date: when it took place, as written
//   name: the event
//   id: its id
//   kind: what sort of event
//   place: where it took place, if told
//   participants: how many facts of taking part
MATCH (event:Event)
WHERE event.date_start <= toString($year) + '-12-31' AND event.date_end >= toString($year) + '-01-01'
OPTIONAL MATCH (event)-[:LOCATED_IN]->(place:Entity)
WITH event, place
ORDER BY place.name
WITH event, head(collect(place.name)) AS place
OPTIONAL MATCH (event)<-[r:TOOK_PART_IN]-(:Entity)
RETURN event.date AS date, event.name AS name, event.id AS id, event.kind AS kind, place, count(r) AS participants
ORDER BY date, name, id
LIMIT $limit
