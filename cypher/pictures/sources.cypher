// Sources and documents of a picture
//
// What is there to know about these sources and documents?
//
// Parameters
//   $ids (text, list) = zalesskij-2024: their ids
// Columns
//   id: its id
//   properties: all its properties
MATCH (n)
WHERE (n:Source OR n:Document) AND n.id IN $ids
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
