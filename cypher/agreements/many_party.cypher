// Documents of many parties
//
// Which documents have three parties or more, and who are they?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when it was signed, as written
//   document: its id
//   title: what it is
//   instrument: which kind of document
//   status: how far it has come
//   parties: who is party to it
//   facts: the ids of the facts that the document itself makes
MATCH (a:Entity)-[r:AGREEMENT|TWINNED_WITH]->(b:Entity)
WHERE r.instrument IS NOT NULL AND r.document IS NOT NULL /* filters r */
MATCH (d:Document {id: r.document})
UNWIND [coalesce(r.from_unnamed, a.name), coalesce(r.to_unnamed, b.name)] AS party
WITH d, r, party ORDER BY party, r.id
WITH d, r.plan AS plan, min(r.status) AS status, min(r.placed_from) AS day,
     collect(DISTINCT party) AS parties, collect(DISTINCT r.id) AS ids
WHERE size(parties) > 2
WITH *, COLLECT { UNWIND ids AS id RETURN id ORDER BY id } AS facts
RETURN d.date AS date, d.id AS document, d.title AS title, d.instrument AS instrument, status,
       parties, facts
ORDER BY plan, day, document, status
LIMIT $limit
