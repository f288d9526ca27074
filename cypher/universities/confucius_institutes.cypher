// Confucius institutes and classrooms
//
// Which Confucius institutes and classrooms are there, who holds them, and since when?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the institute
//   id: its id
//   type: the fact's type
//   with: the other end of the fact
//   date: when, as written
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (institute:Entity)
WHERE institute.name CONTAINS 'Confucius' OR any(key IN institute._keys WHERE key CONTAINS 'confucius')
MATCH (institute)-[r]-(other:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN institute.name AS name, institute.id AS id, type(r) AS type, other.name AS with, r.date AS date,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY name, id, type, fact
LIMIT $limit
