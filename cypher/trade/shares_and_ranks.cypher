// Shares and ranks
//
// Which shares and ranks are told, of whom, and when?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   subject: whom it is about
//   measure: what is shared or ranked
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   date: when, as written
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:INDICATOR]->(:Entity)
WHERE r.unit IN ['%', 'rank'] /* filters r */
RETURN coalesce(r.from_unnamed, a.name) AS subject, r.measure AS measure, r.quantity_qualifier AS quantity_qualifier,
       r.quantity AS quantity, r.quantity_max AS quantity_max, r.unit AS unit, r.date AS date, r.title AS title,
       r.id AS fact, r.sources AS sources
ORDER BY unit, subject, measure, date, fact
LIMIT $limit
