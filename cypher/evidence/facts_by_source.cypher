// Facts by source
//
// How many facts does each source carry?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   source: the source's id
//   facts: how many facts cite it
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
RETURN source, count(r) AS facts
ORDER BY source
LIMIT $limit
