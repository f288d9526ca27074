// Facts by type and status
//
// How many facts of each type are there, and how far have they come?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the facts' type
//   status: how far they have come
//   count: how many there are
//   doubtful: how many of them rest on a passage that had to be interpreted
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN type(r) AS type, r.status AS status, count(r) AS count,
       count(CASE r.certainty WHEN 'read' THEN 1 END) AS doubtful
ORDER BY type, status
LIMIT $limit
