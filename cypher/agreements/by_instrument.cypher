// Agreements by kind of document
//
// How many documents of each kind are signed, and how many are planned, those of many parties counted once?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   instrument: which kind of document
//   signed: how many are signed or in force
//   plans: how many are planned, proposed or talked about
MATCH (:Entity)-[r:AGREEMENT]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH r.instrument AS instrument, coalesce(r.document, r.id) AS document,
     CASE WHEN r.plan THEN 1 ELSE 0 END AS plan
WITH DISTINCT instrument, document, plan
RETURN instrument, count(document) - sum(plan) AS signed, sum(plan) AS plans
ORDER BY signed DESC, plans DESC, instrument
LIMIT $limit
