// Events by what came of them
//
// How many documents and contracts were signed at each event, over which sums in each currency, the
// most first, plans apart, where several reported as one number count once?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   event: the event
//   id: its id
//   date: when it took place, as written
//   currency: the currency of those with a sum, none for the others, in a row of their own
//   documents: how many documents of that row signed there are reported one by one
//   contracts: how many contracts of that row
//   total: what their sums add up to
//   qualifiers: how exact these are
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (event:Event)
UNWIND event._ends AS near
WITH *
MATCH (:Entity {id: near})-[r:AGREEMENT|CONTRACT|TWINNED_WITH]-(:Entity)
WHERE r.event = event.id AND (type(r) = 'CONTRACT' OR r.instrument IS NOT NULL) /* filters r */
WITH DISTINCT event, r ORDER BY r.id
WITH event, r.currency AS currency, collect(CASE WHEN NOT r.plan THEN r END) AS firm,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
WITH *, [r IN firm | r.id] AS facts, size([r IN firm WHERE type(r) = 'CONTRACT']) AS contracts
WITH *, [r IN firm WHERE none(g IN facts WHERE g IN coalesce(r.held_by, []))] AS added
UNWIND CASE firm WHEN [] THEN [null] ELSE firm END AS r
WITH event, currency, facts, plans, contracts, added,
     count(DISTINCT CASE WHEN r.instrument IS NOT NULL
       THEN coalesce(r.document, r.id) END) AS documents
WITH *, CASE WHEN currency IS NOT NULL AND added <> []
     THEN reduce(sum = 0.0, r IN added | sum + r.amount) END AS total,
     [r IN added WHERE r.amount IS NOT NULL | coalesce(r.amount_qualifier, 'exact')] AS qualifiers
WITH event, sum(documents + contracts) AS signed, collect({currency: currency, total: total,
       qualifiers: qualifiers, documents: documents, contracts: contracts, facts: facts,
       plans: plans}) AS rows
UNWIND rows AS row
WITH event, signed, row, row.currency AS currency, event.date_start AS day
RETURN event.name AS event, event.id AS id, event.date AS date, currency,
       row.documents AS documents, row.contracts AS contracts, row.total AS total,
       row.qualifiers AS qualifiers, row.facts AS facts, row.plans AS plans
ORDER BY signed DESC, day, id, currency
LIMIT $limit
