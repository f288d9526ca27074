// Facts without a time
//
// How many facts that are neither structure nor plans state neither when they happened nor for how
// long they hold?
//
// Columns
//   count: how many there are
MATCH (:Entity)-[r]->(:Entity)
WHERE r.date IS NULL AND r.valid IS NULL AND r.trait <> 'structure' AND NOT r.plan /* filters r */
RETURN count(r) AS count
ORDER BY count
LIMIT 1
