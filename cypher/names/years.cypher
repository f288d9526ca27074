// Years of the facts
//
// In which years do facts begin, or end where no beginning is told?
//
// Columns
//   term: the year
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL AND coalesce(r.date_start, r.date_end) IS NOT NULL
RETURN DISTINCT substring(coalesce(r.date_start, r.date_end), 0, 4) AS term
ORDER BY term
