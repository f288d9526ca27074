// New in a year
//
// Which ties, documents, contracts and projects were made in a year?
//
// Parameters
//   $year (year) = 2023: the year
//   $limit (integer) = 100: how many rows at the most
// Columns
//   date: when, as written
//   type: the fact's type
//   title: what the fact says
//   from: the end it is written from
//   to: the end it is written to
//   status: how far it has come
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.trait = 'tie' AND type(r) <> 'TRADE_FLOW'
  AND NOT r.plan
  AND r.date_start >= toString($year) + '-01-01' AND r.date_start <= toString($year) + '-12-31' /* filters r */
RETURN r.date AS date, type(r) AS type, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.status AS status, r.id AS fact, r.sources AS sources
ORDER BY date, type, fact
LIMIT $limit
