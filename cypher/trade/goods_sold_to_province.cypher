// Goods sold to a province
//
// Which Belarusian goods go, or are to go, to a province or to what is inside it, from whom and how
// much, plans last?
//
// Parameters
//   $entity (entity: province) = Chongqing: the province, with all that lies inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   good: the good or service
//   goods: all the goods that the figures of the row are of; those of several stand in several rows
//   from: who sells it
//   to: who buys it
//   type: the fact's type
//   reporter: whose statistics a flow is taken from, where stated
//   valuation: how its goods are valued: fob or cif, where stated
//   date: when, as written
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
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(b)
WHERE $entity IN b.inside
WITH DISTINCT b
MATCH (a:Entity {country: 'BY'})-[r:TRADE_FLOW|CONTRACT]->(b)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.goods AS good
RETURN good, r.goods AS goods, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, type(r) AS type, r.reporter AS reporter,
       r.valuation AS valuation, r.date AS date, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.status AS status,
       r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, good, r.placed_from, fact
LIMIT $limit
