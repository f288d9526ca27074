// Pairs of companies
//
// Which companies of Belarus and China work or trade together, as what, with which goods and sums,
// plans last?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   company: the Belarusian company
//   partner: the Chinese company
//   type: the type of the fact
//   role: its form, kind or measure, where it has one
//   goods: goods or services
//   date: when, as written
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
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (ours:Company {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'company'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait = 'tie' /* filters r */
WITH ours, theirs, r, startNode(r).id = ours.id AS out
RETURN coalesce(CASE WHEN out THEN r.from_unnamed ELSE r.to_unnamed END, ours.name) AS company,
       coalesce(CASE WHEN out THEN r.to_unnamed ELSE r.from_unnamed END, theirs.name) AS partner,
       type(r) AS type, coalesce(r.role, r.form, r.instrument, r.measure) AS role, r.goods AS goods,
       r.date AS date, r.status AS status, r.title AS title, r.amount_qualifier AS amount_qualifier,
       r.amount AS amount, r.amount_max AS amount_max, r.currency AS currency,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, company, partner, r.placed_from, fact
LIMIT $limit
