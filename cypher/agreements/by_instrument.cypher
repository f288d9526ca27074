// Documents by kind
//
// How many documents of each kind, those of twinnings included, are signed, and how many are only planned, where one
// of many parties counts once, and several that are told in one number too?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   instrument: which kind of document
//   signed: how many are signed or in force
//   plans: how many are planned, proposed or talked about
//   facts: the ids of the facts behind the row, those signed first
MATCH (:Entity)-[r:AGREEMENT|TWINNED_WITH]->(:Entity)
WHERE r.instrument IS NOT NULL /* filters r */
WITH r
ORDER BY r.plan, r.id
WITH r.instrument AS instrument, collect(r.id) AS facts,
     collect(DISTINCT CASE WHEN NOT r.plan THEN coalesce(r.document, r.id) END) AS firm,
     collect(DISTINCT coalesce(r.document, r.id)) AS ids
RETURN instrument, size(firm) AS signed, size(ids) - size(firm) AS plans, facts
ORDER BY signed DESC, plans DESC, instrument
LIMIT $limit
