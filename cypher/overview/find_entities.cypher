// Find a name
//
// Which entities have a name that contains a text, in any language?
//
// Parameters
//   $text (text, fold) = stone: the text
//   $limit (integer) = 100: how many rows at the most
// Columns
//   id: the entity's id
//   name: its established name
//   type: its type
//   country: where it is seated
MATCH (e:Entity)
WHERE any(key IN e._keys WHERE key CONTAINS $text)
RETURN e.id AS id, e.name AS name, e.type AS type, e.country AS country
ORDER BY name, id
LIMIT $limit
