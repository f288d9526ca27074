// Facts without a time
//
// How many facts that are no plans say neither when they happened nor for how long they hold?
//
// Columns
//   count: how many there are
MATCH (:Entity)-[r]->(:Entity)
WHERE r.date IS NULL AND r.valid IS NULL AND NOT r.plan AND NOT type(r) IN ['LOCATED_IN', 'PART_OF']
RETURN count(r) AS count
ORDER BY count
LIMIT 1
