// Sources
//
// Which sources are there?
//
// Columns
//   properties: all the source's properties
MATCH (s:Source)
RETURN properties(s) AS properties
ORDER BY s.number, s.id
