// Students, agreements and other counts of universities
//
// Which counts, shares and ranks are told of universities and of education between the two countries?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   subject: whom the count is about
//   measure: what is counted, shared or ranked
//   date: when, as written
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   status: how far it has come
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:INDICATOR]->(:Entity)
WHERE (a:University
       OR any(word IN ['universit', 'student', 'educational', 'rector'] 
               WHERE toLower(r.measure) CONTAINS word)) /* filters r */
RETURN coalesce(r.from_unnamed, a.name) AS subject, r.measure AS measure, r.date AS date,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity, r.quantity_max AS quantity_max,
       r.unit AS unit, r.status AS status, r.id AS fact, r.sources AS sources
ORDER BY subject, measure, date, fact
LIMIT $limit
