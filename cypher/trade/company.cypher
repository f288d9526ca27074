// Profile of a company
//
// What is known of a company: in which role, with whom, with which goods and sums, plans last?
//
// Parameters
//   $entity (entity: company) = Taomu: the company
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the fact's type
//   role: seller, buyer, or the fact's own role, form, kind or measure
//   with: the other end
//   goods: goods or services
//   date: when, as written
//   announced: when a plan was announced
//   status: how far it has come
//   title: what the fact says
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
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (company:Entity {id: $entity})-[r]-(other:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH company, r, other, startNode(r).id = company.id AS out
WITH *, CASE WHEN type(r) IN ['TRADE_FLOW', 'CONTRACT'] AND out THEN 'seller'
     WHEN type(r) IN ['TRADE_FLOW', 'CONTRACT'] THEN 'buyer'
     ELSE coalesce(r.role, r.form, r.instrument, r.measure) END AS role
RETURN type(r) AS type, role,
       coalesce(CASE WHEN out THEN r.to_unnamed ELSE r.from_unnamed END, other.name) AS with,
       r.goods AS goods, r.date AS date, r.announced AS announced, r.status AS status,
       r.title AS title, r.amount_qualifier AS amount_qualifier, r.amount AS amount,
       r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
