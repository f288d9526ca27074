// Documents by year
//
// How many documents with a date, those of twinnings included, were signed each year, where one
// with many parties counts once, and so do several reported as one number?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   year: the year
//   documents: how many were signed in it
//   by_then: how many more were signed by then at the latest, perhaps in an earlier year
//   facts: the ids of the facts that the row rests on
MATCH (:Entity)-[r:AGREEMENT|TWINNED_WITH]->(:Entity)
WHERE r.instrument IS NOT NULL AND NOT r.plan AND r.date IS NOT NULL /* filters r */
WITH left(r.date_start, 4) AS first, left(coalesce(r.date_end, r.date_start), 4) AS last, r
WITH toInteger(last) AS year, coalesce(first = last, false) AS dated,
     coalesce(r.document, r.id) AS document, r.id AS id
ORDER BY id
RETURN year, count(DISTINCT CASE WHEN dated THEN document END) AS documents,
       count(DISTINCT CASE WHEN NOT dated THEN document END) AS by_then, collect(id) AS facts
ORDER BY year
LIMIT $limit
