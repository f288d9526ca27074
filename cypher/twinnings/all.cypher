// All twinnings
//
// Which twin, sister and friendship ties are there between Belarusian and Chinese places, or are to
// be?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the Belarusian end
//   to: the Chinese end
//   date: when, as written
//   status: how far it has come
//   instrument: which kind of document
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:TWINNED_WITH]->(b:Entity)
WHERE r.trait = 'tie' /* filters r */
RETURN coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.date AS date, r.status AS status, r.instrument AS instrument, r.title AS title,
       r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, from, to, fact
LIMIT $limit
