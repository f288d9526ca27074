// Documents of many parties
//
// Which documents stand behind several facts, who are their parties, and what do they say?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   date: when it was signed, as written
//   document: its id
//   title: what it is
//   instrument: which kind of document
//   parties: who is party to it
//   facts: the ids of the facts behind the row
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.document IS NOT NULL
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
MATCH (d:Document {id: r.document})
UNWIND [coalesce(r.from_unnamed, a.name), coalesce(r.to_unnamed, b.name)] AS party
WITH DISTINCT d, r, party
ORDER BY party, r.id
WITH d, collect(DISTINCT party) AS parties, collect(DISTINCT r.id) AS unordered
UNWIND unordered AS fact
WITH d, parties, fact
ORDER BY fact
WITH d, parties, collect(fact) AS facts
WHERE size(facts) > 1
RETURN d.date AS date, d.id AS document, d.title AS title, d.instrument AS instrument, parties, facts
ORDER BY date, document
LIMIT $limit
