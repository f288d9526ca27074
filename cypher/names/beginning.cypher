// Names that begin so
//
// Which entities of these types have a name or id that begins so?
//
// Parameters
//   $start (text, fold) = Vit: the beginning; empty for all
//   $types (text, list) = city: the types that they may be of
//   $limit (integer 1..1000000000) = 50: how many at the most
// Columns
//   id: the entity's id
//   type: its type
//   name: its established name
//   forms: its other names, in all languages
MATCH (e:Entity)
WHERE any(key IN e._keys WHERE key STARTS WITH $start) AND e.type IN $types
RETURN e.id AS id, e.type AS type, e.name AS name,
       coalesce(e.names_be, []) + coalesce(e.names_ru, []) + coalesce(e.names_zh, []) + coalesce(e.names_fr, [])
       + coalesce(e.aliases, []) AS forms
ORDER BY name, id
LIMIT $limit
