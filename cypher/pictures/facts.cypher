// Facts to draw
//
// What is there to know about these facts?
//
// Parameters
//   $facts (text, list) = zalesskij-2024/c1-086: the ids of the facts
// Columns
//   id: the fact's id
//   type: its type
//   start: the id of its start
//   end: the id of its end
//   properties: all its properties
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.id IN $facts /* filters r */
RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties
ORDER BY id
