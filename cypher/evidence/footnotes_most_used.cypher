// Footnotes most used
//
// Which sources carry the most facts, and of how many types?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   facts_carried: how many facts cite it
//   types: of how many types they are
//   source: the id of the source
//   number: its number as a footnote
//   title: its title
//   year: when it was published
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
WITH source, count(r) AS facts_carried, count(DISTINCT type(r)) AS types
MATCH (s:Source {id: source})
RETURN facts_carried, types, source, s.number AS number, s.title AS title, s.year AS year
ORDER BY facts_carried DESC, source
LIMIT $limit
