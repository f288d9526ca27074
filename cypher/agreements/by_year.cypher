// Agreements by year
//
// How many documents were signed each year, those of many parties counted once?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   year: the year in which they were signed; the last possible one where only that is known
//   documents: how many
//   facts: the ids of the facts behind the row
MATCH (:Entity)-[r:AGREEMENT]->(:Entity)
WHERE NOT r.plan AND r.date IS NOT NULL /* filters r */
WITH toInteger(substring(coalesce(r.date_start, r.date_end), 0, 4)) AS year, r
ORDER BY r.id
RETURN year, count(DISTINCT coalesce(r.document, r.id)) AS documents, collect(r.id) AS facts
ORDER BY year
LIMIT $limit
