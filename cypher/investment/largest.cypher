// Sums of investment and of projects
//
// Which sums of investment are reported, those of single projects and what a zone, place or company
// has had by a day, the largest of each currency first, and then those planned or talked about?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   type: the fact's type
//   measure: what the sum is of, where it is no single project's
//   from: the end it is written from
//   to: the end it is written to
//   date: when, as written
//   announced: when a plan was announced
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:JOINT_PROJECT|INDICATOR|COOPERATES_WITH|AGREEMENT]->(b:Entity)
WHERE r.amount IS NOT NULL AND r.trait IS NOT NULL
  AND (type(r) = 'JOINT_PROJECT' OR 'investment' IN r.topics) /* filters r */
RETURN r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, type(r) AS type, r.measure AS measure,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.date AS date, r.announced AS announced, r.status AS status, r.title AS title, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, currency, amount DESC, fact
LIMIT $limit
