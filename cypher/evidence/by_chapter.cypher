// Facts by chapter
//
// How many facts does each chapter of the text carry, how many of them are doubtful, and how many
// plans are there?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   chapter: the chapter, or the work looked up
//   type: the fact's type
//   facts: how many facts, plans aside
//   plans: how many are planned, proposed or talked about
//   doubtful: how many of the facts rest on a garbled passage
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND coalesce(r.locator, ['none']) AS place
WITH DISTINCT split(place, ':')[0] AS chapter, r
RETURN chapter, type(r) AS type, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
       count(CASE WHEN r.plan THEN 1 END) AS plans,
       count(CASE WHEN NOT r.plan AND r.certainty = 'read' THEN 1 END) AS doubtful
ORDER BY chapter, type
LIMIT $limit
