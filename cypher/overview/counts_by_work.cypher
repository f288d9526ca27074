// Facts by work
//
// How many facts does each work report, with the sources that it cites, and how many of them are
// doubtful in this work or another, where what two works report counts for both?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   work: the work's id
//   facts: how many facts it reports, plans aside
//   plans: how many plans, proposals and talks
//   doubtful: how many of the facts rest on a passage that had to be interpreted, of any work
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
WITH DISTINCT split(source, '/')[0] AS work, r
RETURN work, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
       count(CASE WHEN r.plan THEN 1 END) AS plans,
       count(CASE WHEN NOT r.plan AND r.certainty = 'read' THEN 1 END) AS doubtful
ORDER BY work
LIMIT $limit
