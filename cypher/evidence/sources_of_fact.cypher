// Sources of a fact
//
// On which sources does a fact stand, and where can they be read?
//
// Parameters
//   $fact (fact) = zalesskij-2024/c1-089: the id of the fact
//   $limit (integer) = 100: how many rows at the most
// Columns
//   source: the id of the source
//   number: its number as a footnote
//   author: who wrote it, where told
//   title: its title
//   year: when it was published
//   address: where it can be read
//   locator: where in the source
MATCH (:Entity)-[r]->(:Entity)
WHERE r.id = $fact
WITH r.sources AS cited, r.locator AS locator
UNWIND cited AS source
MATCH (s:Source {id: source})
RETURN source, s.number AS number, s.author AS author, s.title AS title, s.year AS year, s.address AS address, locator
ORDER BY number, source
LIMIT $limit
