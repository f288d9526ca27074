// Documents by kind
//
// How many documents of each kind, those of twinnings included, are signed, and how many are only
// planned, where one with many parties counts once, and so do several reported as one number?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   instrument: which kind of document
//   signed: how many are signed or in force
//   planned: how many more are planned, proposed or talked about
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (:Entity)-[r:AGREEMENT|TWINNED_WITH]->(:Entity)
WHERE r.instrument IS NOT NULL AND r.trait IS NOT NULL /* filters r */
WITH r, coalesce(r.document, r.id) AS document ORDER BY r.id
WITH r.instrument AS instrument, collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN r.plan THEN r.id END) AS plans, count(DISTINCT document) AS all,
     count(DISTINCT CASE WHEN NOT r.plan THEN document END) AS signed
RETURN instrument, signed, all - signed AS planned, facts, plans
ORDER BY signed DESC, planned DESC, instrument
LIMIT $limit
