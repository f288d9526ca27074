// Goods by how often their trade is reported
//
// Which goods are traded between the two countries, in how many flows and contracts, and who sells
// them, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   good: the good or service
//   flows: in how many flows, plans aside
//   contracts: in how many contracts, plans aside
//   sellers: who sells it, plans aside
//   facts: the ids of these flows and contracts
//   plans: the ids of what is only planned, proposed or talked about
MATCH (a:Entity)-[r:TRADE_FLOW|CONTRACT]->(b:Entity)
WHERE a.country <> b.country AND r.trait IS NOT NULL /* filters r */
UNWIND r.goods AS good
WITH good, r, coalesce(r.from_unnamed, a.name) AS seller, CASE WHEN NOT r.plan THEN r END AS firm
ORDER BY seller, r.id
RETURN good, count(CASE type(firm) WHEN 'TRADE_FLOW' THEN 1 END) AS flows,
       count(CASE type(firm) WHEN 'CONTRACT' THEN 1 END) AS contracts,
       collect(DISTINCT CASE WHEN NOT r.plan THEN seller END) AS sellers,
       collect(firm.id) AS facts, collect(CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY flows DESC, contracts DESC, good LIMIT $limit
