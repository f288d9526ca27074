// Shares, rates and ranks
//
// Which shares, yearly rates of growth and ranks are reported, of whom, and when, plans last?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   subject: whom it is about
//   measure: what is shared, grows or is ranked
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   currency: the sum's currency
//   date: when, as written
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:INDICATOR]->(:Entity)
WHERE r.unit IN ['%', 'rank'] AND r.trait IS NOT NULL /* filters r */
RETURN coalesce(r.from_unnamed, a.name) AS subject, r.measure AS measure,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.currency AS currency, r.date AS date, r.status AS status,
       r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, unit, subject, measure, r.placed_from, fact
LIMIT $limit
