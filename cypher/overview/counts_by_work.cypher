// Facts by work
//
// How many facts does each work tell, with the sources that it cites, and how many of them are
// doubtful, what two works tell counted for both?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   work: the work's id
//   count: how many facts it tells, plans too
//   doubtful: how many of them rest on a garbled passage that had to be interpreted
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
WITH DISTINCT split(source, '/')[0] AS work, r
RETURN work, count(r) AS count, count(CASE r.certainty WHEN 'read' THEN 1 END) AS doubtful
ORDER BY work
LIMIT $limit
