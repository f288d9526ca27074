// Provinces by ties
//
// How many facts tie each Chinese province, with what lies inside it, to Belarus, and of which
// kinds, the most first, plans apart?
//
// Parameters
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   facts: how many facts, plans aside
//   twinnings: of these, twin ties
//   agreements: agreements and other documents, twinnings aside
//   contracts: contracts
//   flows: trade flows
//   projects: joint projects
//   others: all others
//   plans: how many are planned, proposed or talked about
MATCH (:Entity {country: 'BY'})-[r]-(far:Entity {country: 'CN'})
WHERE r.trait = 'tie' /* filters r */
MATCH (province:Province WHERE province.id IN far.inside)
WITH DISTINCT province, r, CASE WHEN r.plan THEN 'PLAN' ELSE type(r) END AS kind
WITH province, count(CASE WHEN kind <> 'PLAN' THEN 1 END) AS facts,
     count(CASE kind WHEN 'TWINNED_WITH' THEN 1 END) AS twinnings,
     count(CASE kind WHEN 'AGREEMENT' THEN 1 END) AS agreements,
     count(CASE kind WHEN 'CONTRACT' THEN 1 END) AS contracts,
     count(CASE kind WHEN 'TRADE_FLOW' THEN 1 END) AS flows,
     count(CASE kind WHEN 'JOINT_PROJECT' THEN 1 END) AS projects,
     count(CASE WHEN kind IN ['COOPERATES_WITH', 'ACCREDITED_AT'] THEN 1 END) AS others,
     count(CASE kind WHEN 'PLAN' THEN 1 END) AS plans
RETURN province.name AS province, province.id AS id, facts, twinnings, agreements, contracts, flows,
       projects, others, plans
ORDER BY facts DESC, province, id
LIMIT $limit
