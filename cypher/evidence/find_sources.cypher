// Find a source
//
// Which sources have an author, title, address or citation that contains a text, how many facts
// cite them, and how many plans?
//
// Parameters
//   $text (text) = Vitebsk: the text
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   id: the source's id
//   number: its number as a footnote
//   author: who wrote it, where known
//   title: its title
//   year: when it was published
//   address: where it can be read
//   facts: how many facts cite it, plans aside
//   plans: how many plans do
MATCH (s:Source)
WHERE CASE WHEN s._bycn IS NOT NULL THEN
        any(told IN [s.author, s.title, s.outlet, s.address, s.citation]
          WHERE toLower(told) CONTAINS toLower($text)) END /* works s */
WITH collect(s) AS found
OPTIONAL MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND coalesce(r.sources, ['none']) AS source
WITH found, source, count(CASE WHEN NOT r.plan THEN 1 END) AS firm,
     count(CASE WHEN r.plan THEN 1 END) AS planned
UNWIND found AS s
RETURN s.id AS id, s.number AS number, s.author AS author, s.title AS title, s.year AS year,
       s.address AS address, sum(CASE source WHEN s.id THEN firm ELSE 0 END) AS facts,
       sum(CASE source WHEN s.id THEN planned ELSE 0 END) AS plans
ORDER BY split(id, '/')[0], size(id), id
LIMIT $limit
