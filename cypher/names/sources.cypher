// Ids of the sources
//
// Which sources are there?
//
// Columns
//   id: the source's id
MATCH (n:Source)
WHERE n._bycn IS NOT NULL
RETURN n.id AS id
ORDER BY id
