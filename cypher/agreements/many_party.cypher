// Documents of many parties
//
// Which documents stand behind several facts, who are their parties, and what do they say?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   date: when it was signed, as written
//   document: its id
//   title: what it is
//   instrument: which kind of document
//   parties: who is party to it
//   facts: the ids of the facts behind the row
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.document IS NOT NULL /* filters r */
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
