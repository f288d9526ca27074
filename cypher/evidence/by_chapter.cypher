// Facts by chapter
//
// How many facts does each chapter of each work hold, or each work without chapters, how many of
// them are doubtful in this work or another, and how many plans are there?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   work: the work
//   chapter: the chapter, none where a work has none
//   type: the fact's type
//   facts: how many facts, plans aside
//   plans: how many are planned, proposed or talked about
//   doubtful: how many of the facts rest on a passage that had to be interpreted, of any work
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
WITH DISTINCT split(source, '/')[0] AS work, r
// Of a fact that several works report, the locator is that of the one it has its id from. Where it
// names a list or article that was looked up, no number of a line stands behind the colon.
WITH work, r, [place IN r.locator WHERE place =~ '[^: ]+:[0-9]+' AND (
       r.rows IS NULL OR work = split(r.id, '/')[0]) | split(place, ':')[0]] AS chapters
UNWIND CASE WHEN chapters <> [] THEN chapters ELSE ['none'] END AS chapter
WITH DISTINCT work, chapter, r
RETURN work, chapter, type(r) AS type, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
       count(CASE WHEN r.plan THEN 1 END) AS plans,
       count(CASE WHEN NOT r.plan AND r.certainty = 'read' THEN 1 END) AS doubtful
ORDER BY work, chapter, type
LIMIT $limit
