// Facts by source
//
// How many facts, plans apart, does each source carry, of how many types, the most first?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   source: the id of the source
//   number: its number as a footnote
//   title: its title
//   year: when it was published
//   facts: how many facts cite it, plans aside
//   plans: how many plans do
//   types: of how many types these facts are
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
WITH source, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
     count(CASE WHEN r.plan THEN 1 END) AS plans,
     count(DISTINCT CASE WHEN NOT r.plan THEN type(r) END) AS types
MATCH (s:Source {id: source}) WHERE s._bycn IS NOT NULL /* works s */
RETURN source, s.number AS number, s.title AS title, s.year AS year, facts, plans, types
ORDER BY facts DESC, source
LIMIT $limit
