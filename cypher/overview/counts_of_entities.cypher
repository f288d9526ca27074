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
//   with_facts: how many of them are an end of a fact, structure among them
MATCH (e:Entity)
WHERE e.inside IS NOT NULL
OPTIONAL MATCH (e)-[r]-(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN e.type AS type, e.country AS country, count(DISTINCT e) AS count,
       count(DISTINCT CASE WHEN r IS NOT NULL THEN e END) AS with_facts
ORDER BY type, country
LIMIT $limit
