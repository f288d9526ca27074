// Sectors
//
// Which fields of work do facts name, and how often?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   sector: the field of work
//   count: how many facts name it
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sectors AS sector
RETURN sector, count(r) AS count
ORDER BY count DESC, sector
LIMIT $limit
