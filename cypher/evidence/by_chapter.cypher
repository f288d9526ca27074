// Facts by chapter
//
// How many facts does each chapter of the text carry, and how many of them are doubtful?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   chapter: the chapter, or the work looked up
//   type: the fact's type
//   count: how many facts
//   doubtful: how many of them rest on a garbled passage
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND coalesce(r.locator, ['none']) AS place
RETURN split(place, ':')[0] AS chapter, type(r) AS type, count(DISTINCT r) AS count,
       count(DISTINCT CASE r.certainty WHEN 'read' THEN r END) AS doubtful
ORDER BY chapter, type
LIMIT $limit
