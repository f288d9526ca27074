// Facts by chapter
//
// How many facts does each chapter of each work, or each work without chapters, carry, how many of
// them are doubtful, and how many plans are there?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   work: the work, by the first source of each fact
//   chapter: the chapter, or the work looked up; none where a work has neither
//   type: the fact's type
//   facts: how many facts, plans aside
//   plans: how many are planned, proposed or talked about
//   doubtful: how many of the facts rest on a passage that had to be interpreted
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND coalesce(r.locator, ['none']) AS place
WITH DISTINCT split(r.sources[0], '/')[0] AS work, split(place, ':')[0] AS chapter, r
RETURN work, chapter, type(r) AS type, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
       count(CASE WHEN r.plan THEN 1 END) AS plans,
       count(CASE WHEN NOT r.plan AND r.certainty = 'read' THEN 1 END) AS doubtful
ORDER BY work, chapter, type
LIMIT $limit
