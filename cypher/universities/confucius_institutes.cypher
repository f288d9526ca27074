// Confucius institutes and classrooms
//
// Which Confucius institutes and classrooms are there, who holds them, and since when?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
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
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN institute.name AS name, institute.id AS id, type(r) AS type, other.name AS with, r.date AS date,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY name, id, type, fact
LIMIT $limit
