// Sectors that facts name
//
// Which fields of work do facts name?
//
// Columns
//   term: the field of work
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL
UNWIND r.sectors AS term
RETURN DISTINCT term
ORDER BY term
