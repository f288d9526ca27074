// Passages that facts name
//
// Which passages do facts name?
//
// Columns
//   term: the passage
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL
UNWIND r.locator AS term
RETURN DISTINCT term
ORDER BY term
