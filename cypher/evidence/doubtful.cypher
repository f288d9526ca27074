// Readings in doubt
//
// Which facts rest on a garbled passage that had to be interpreted, and how was it read?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   locator: where in the source
//   type: the fact's type
//   title: what the fact says
//   note: how the passage was read
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.certainty = 'read' /* filters r */
RETURN r.locator AS locator, type(r) AS type, r.title AS title, r.note AS note,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY fact
LIMIT $limit
