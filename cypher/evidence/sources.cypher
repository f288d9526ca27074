// Sources
//
// Which sources are there, and where can they be read?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   id: the source's id
//   number: its number as a footnote
//   author: who wrote it, where known
//   title: its title
//   outlet: who published it, where known
//   year: the year in which it was published
//   date: when it was published, where more than the year is known
//   consulted: when it was read, where stated
//   page: the page cited
//   address: where it can be read
MATCH (s:Source)
WHERE s._bycn IS NOT NULL
RETURN s.id AS id, s.number AS number, s.author AS author, s.title AS title, s.outlet AS outlet,
       s.year AS year, s.date AS date, s.consulted AS consulted, s.page AS page,
       s.address AS address
ORDER BY split(id, '/')[0], size(id), id
LIMIT $limit
