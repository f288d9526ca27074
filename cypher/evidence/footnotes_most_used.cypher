// Footnotes most used
//
// Which sources carry the most facts, and of how many types, plans apart?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   facts: how many facts cite it, plans aside
//   plans: how many plans do
//   types: of how many types these facts are
//   source: the id of the source
//   number: its number as a footnote
//   title: its title
//   year: when it was published
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.sources AS source
WITH source, count(CASE WHEN NOT r.plan THEN 1 END) AS facts,
     count(CASE WHEN r.plan THEN 1 END) AS plans,
     count(DISTINCT CASE WHEN NOT r.plan THEN type(r) END) AS types
MATCH (s:Source {id: source})
RETURN facts, plans, types, source, s.number AS number, s.title AS title, s.year AS year
ORDER BY facts DESC, source
LIMIT $limit
