// Counts of the exchange over time
//
// How many companies were accredited at the exchange, and which other counts, shares, sums and
// ranks are reported of it, and when?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   measure: what is counted, shared or ranked
//   date: when, as written
//   status: how far it has come
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   growth_qualifier: how exact the growth is
//   growth: new ÷ old
//   growth_base: the period compared with
//   growth_text: the growth in short
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (exchange:Entity {id: $entity})-[r:INDICATOR]->(:Entity)
WHERE r.trait = 'figure' /* filters r */
RETURN r.measure AS measure, r.date AS date, r.status AS status,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth_qualifier AS growth_qualifier,
       r.growth AS growth, r.growth_base AS growth_base, r.growth_text AS growth_text,
       r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, measure, r.placed_from, fact
LIMIT $limit
