// Hubs
//
// Which entities have the most partners across the border, countries left out?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the entity
//   id: its id
//   entity_type: its type
//   country: where it is seated
//   partners: how many entities of another country it is tied to
//   ties: by how many facts
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.trait = 'tie'
  AND NOT a:Country AND NOT b:Country AND a.country <> b.country /* filters r */
UNWIND [[a, b], [b, a]] AS ends
WITH ends[0] AS e, count(DISTINCT ends[1]) AS partners, count(*) AS ties
RETURN e.name AS name, e.id AS id, e.type AS entity_type, e.country AS country, partners, ties
ORDER BY partners DESC, ties DESC, name, id
LIMIT $limit
