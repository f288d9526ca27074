// Largest investments
//
// Which investments with a sum are told, had or aimed at, the largest of each currency first?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   currency: the sum's currency
//   amount: the sum of money
//   amount_qualifier: how exact the sum is
//   amount_max: its upper end, where it is a range
//   type: the fact's type
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:JOINT_PROJECT|INDICATOR|COOPERATES_WITH|AGREEMENT]->(b:Entity)
WHERE r.amount IS NOT NULL
 
    AND (type(r) = 'JOINT_PROJECT' OR 'investment' IN r.sectors
         OR toLower(coalesce(r.measure, '')) CONTAINS 'investment') /* filters r */
RETURN r.currency AS currency, r.amount AS amount, r.amount_qualifier AS amount_qualifier, r.amount_max AS amount_max,
       type(r) AS type, coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, r.date AS date,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY currency, amount DESC, fact
LIMIT $limit
