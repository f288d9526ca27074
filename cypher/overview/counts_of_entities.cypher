// Entities by type
//
// How many entities of each type are there, and from which country?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the entities' type
//   country: where they are seated
//   count: how many there are
MATCH (e:Entity)
WHERE e.inside IS NOT NULL
RETURN e.type AS type, e.country AS country, count(e) AS count
ORDER BY type, country
LIMIT $limit
