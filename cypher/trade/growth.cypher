// Growth of trade
//
// Which trade grew most or least, from which period to which, in the words of the source, plans
// last?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_text: the growth in short
//   growth_base: the period compared with
//   date: when, as written
//   measure: what is measured
//   reporter: whose statistics a flow is taken from, where stated
//   valuation: how its goods are valued: fob or cif, where stated
//   from: the end it is written from
//   to: the end it is written to
//   goods: goods or services
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:TRADE_FLOW]->(b:Entity)
WHERE r.growth IS NOT NULL /* filters r */
RETURN r.growth AS growth, r.growth_qualifier AS growth_qualifier, r.growth_text AS growth_text,
       r.growth_base AS growth_base, r.date AS date, r.measure AS measure, r.reporter AS reporter,
       r.valuation AS valuation, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.goods AS goods,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.status AS status, r.title AS title,
       r.id AS fact, r.sources AS sources
ORDER BY r.plan, growth DESC, fact
LIMIT $limit
