// Find a name
//
// Which entities have a name that contains a text, in any language, those first that are called so?
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
WITH e, toLower(e.name) AS lower
WITH e, CASE WHEN lower = $text THEN 0 WHEN lower STARTS WITH $text THEN 1 ELSE 2 END AS place
RETURN e.id AS id, e.name AS name, e.type AS type, e.country AS country
ORDER BY place, name, id
LIMIT $limit
