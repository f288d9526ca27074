// Documents running on a date
//
// Which roadmaps, programmes, plans and other documents with a term hold on a day, or on some day of a month or year?
//
// Parameters
//   $on (date) = 2024: the day, month or year
//   $limit (integer) = 100: how many rows at the most
// Columns
//   valid: how long it is meant to hold
//   instrument: which kind of document
//   title: what the fact says
//   status: how far it has come
//   from: the end it is written from
//   to: the end it is written to
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:AGREEMENT]->(b:Entity)
WHERE r.valid IS NOT NULL AND coalesce(r.valid_start, '0000-01-01') <= $on_to
  AND coalesce(r.valid_end, '9999-12-31') >= $on_from /* filters r */
RETURN r.valid AS valid, r.instrument AS instrument, r.title AS title, r.status AS status,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.id AS fact,
       r.sources AS sources
ORDER BY valid, fact
LIMIT $limit
