// Find a name
//
// Which entities have a name that contains a text, in any language?
//
// Parameters
//   $text (text, fold) = stone: the text
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   id: the entity's id
//   name: its established name
//   type: its type
//   country: where it is seated
MATCH (e:Entity)
// All folded forms in one text: a list would be taken apart for every entity.
WHERE e._text CONTAINS $text
RETURN e.id AS id, e.name AS name, e.type AS type, e.country AS country
ORDER BY name, id
LIMIT $limit
