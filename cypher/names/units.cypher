// Units that facts name
//
// In which units do facts count or measure?
//
// Columns
//   term: the unit
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL AND r.unit IS NOT NULL
RETURN DISTINCT r.unit AS term
ORDER BY term
