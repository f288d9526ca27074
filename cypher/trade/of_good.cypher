// Trade in a good
//
// Who sells a good to whom, when and how much, plans last?
//
// Parameters
//   $good (good) = sawn timber: the good or service
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   date: when, as written
//   type: the fact's type
//   measure: export, import or turnover, seen from Belarus; none for a contract
//   reporter: whose statistics a flow is taken from, where stated
//   valuation: how its goods are valued: fob or cif, where stated
//   from: the exporter or seller
//   to: the importer or buyer
//   goods: all the goods that the figures are of
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_base: the period compared with
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:TRADE_FLOW|CONTRACT]->(b:Entity)
WHERE $good IN r.goods AND r.trait IS NOT NULL /* filters r */
RETURN r.date AS date, type(r) AS type, r.measure AS measure, r.reporter AS reporter,
       r.valuation AS valuation, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.goods AS goods,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.status AS status,
       r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
