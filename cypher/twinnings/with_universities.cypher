// Twin places whose universities cooperate
//
// Between which twin places do universities cooperate as well, or mean to, and by which facts?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the Belarusian twin
//   to: the Chinese twin
//   twinned: since when they are twins
//   university: the Belarusian university
//   partner: its partner
//   date: when, as written
//   status: how far it has come
//   type: the fact's type
//   title: what the fact says
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   fact: the id of the fact between the universities
//   sources: the ids of its sources
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait = 'tie' /* filters r */
// Up from the facts between universities, which are fewer than the universities of all twins.
UNWIND theirs.inside AS holder
WITH ours, theirs, r, holder
MATCH (b:Entity {id: holder})<-[t:TWINNED_WITH]-(a:Entity)
WHERE a.id IN ours.inside AND NOT t.plan AND t.from_unnamed IS NULL AND t.to_unnamed IS NULL
  /* works t */
WITH a, b, ours, theirs, r, t ORDER BY t.placed_from, t.id
WITH a, b, ours, theirs, r, head(collect(t.date)) AS twinned
RETURN a.name AS from, b.name AS to, twinned, ours.name AS university, theirs.name AS partner,
       r.date AS date, r.status AS status, type(r) AS type, r.title AS title,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY r.plan, r.placed_from, from, to, fact
LIMIT $limit
