// Picture: all twinnings
//
// Which Belarusian places are twins of which Chinese ones?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the Belarusian place
//   fact: the twin tie, as a relationship
//   to: the Chinese place
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN a AS from, r AS fact, b AS to
ORDER BY fact.plan, from.id, to.id, fact.id
LIMIT $limit
