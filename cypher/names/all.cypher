// All names
//
// Which names do entities go by?
//
// Columns
//   id: the entity's id
//   type: its type
//   name: its established name
//   keys: every folded form that finds it
MATCH (e:Entity)
WHERE e.inside IS NOT NULL AND e._keys IS NOT NULL
RETURN e.id AS id, e.type AS type, e.name AS name, e._keys AS keys
ORDER BY id
