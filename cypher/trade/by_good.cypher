// Goods by how often they are traded
//
// Which goods are traded between the two countries, in how many flows and contracts, and who sells them?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   good: the good or service
//   flows: in how many flows
//   contracts: in how many contracts
//   sellers: who sells it
//   facts: the ids of the facts behind the row
MATCH (a:Entity)-[r:TRADE_FLOW|CONTRACT]->(b:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND r.goods AS good
WITH good, r, coalesce(r.from_unnamed, a.name) AS seller
ORDER BY seller, r.id
WITH good, collect(DISTINCT seller) AS sellers, collect(DISTINCT r.id) AS unordered,
     count(DISTINCT CASE type(r) WHEN 'CONTRACT' THEN r.id END) AS contracts
UNWIND unordered AS fact
WITH good, sellers, contracts, fact
ORDER BY fact
WITH good, sellers, contracts, collect(fact) AS facts
RETURN good, size(facts) - contracts AS flows, contracts, sellers, facts
ORDER BY flows DESC, contracts DESC, good
LIMIT $limit
