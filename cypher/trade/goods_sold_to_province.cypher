// Goods sold to a province
//
// Which Belarusian goods go, or are to go, to a province or to what is inside it, and from whom?
//
// Parameters
//   $entity (entity) = Chongqing: the province, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   good: the good or service
//   from: who sells it
//   to: who buys it
//   type: the fact's type
//   date: when, as written
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(b)
WHERE $entity IN b.inside
WITH DISTINCT b
MATCH (a:Entity {country: 'BY'})-[r:TRADE_FLOW|CONTRACT]->(b)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.goods AS good
RETURN good, coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to, type(r) AS type,
       r.date AS date, r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY good, date, fact
LIMIT $limit
