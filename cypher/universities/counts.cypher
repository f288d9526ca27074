// Students, agreements and other counts of universities
//
// Which counts, shares and ranks are reported of universities and of education between the two
// countries, plans last?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   subject: whom the count is about
//   measure: what is counted, shared or ranked
//   date: when, as written
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   currency: the sum's currency
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_base: the period compared with
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:INDICATOR]->(:Entity)
WHERE (a:University OR 'universities' IN r.topics) AND r.trait IS NOT NULL /* filters r */
RETURN coalesce(r.from_unnamed, a.name) AS subject, r.measure AS measure, r.date AS date,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.currency AS currency, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, subject, measure, r.placed_from, fact
LIMIT $limit
