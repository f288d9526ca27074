// Counts of the exchange over time
//
// How many companies were accredited at the exchange, and which other counts are told of it, and when?
//
// Parameters
//   $entity (entity) = BUTB: the exchange
//   $limit (integer) = 100: how many rows at the most
// Columns
//   measure: what is counted, shared or ranked
//   date: when, as written
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   growth: new ÷ old
//   growth_text: the growth in short
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (exchange:Entity {id: $entity})-[r:INDICATOR]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN r.measure AS measure, r.date AS date, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth, r.growth_text AS growth_text,
       r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY measure, date, fact
LIMIT $limit
