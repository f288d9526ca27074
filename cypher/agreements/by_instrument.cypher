// Agreements by kind of document
//
// How many documents of each kind are signed, and how many are planned, those of many parties counted once?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   instrument: which kind of document
//   signed: how many are signed or in force
//   plans: how many are planned, proposed or talked about
MATCH (:Entity)-[r:AGREEMENT]->(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH r.instrument AS instrument, coalesce(r.document, r.id) AS document,
     CASE WHEN coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] THEN 1 ELSE 0 END AS plan
WITH DISTINCT instrument, document, plan
RETURN instrument, count(document) - sum(plan) AS signed, sum(plan) AS plans
ORDER BY signed DESC, plans DESC, instrument
LIMIT $limit
