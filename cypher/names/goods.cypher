// Goods that facts name
//
// Which goods or services do facts name?
//
// Columns
//   term: the good or service
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL
UNWIND r.goods AS term
RETURN DISTINCT term
ORDER BY term
