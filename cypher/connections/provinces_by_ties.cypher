// Provinces by ties
//
// How many facts tie each Chinese province, with what lies inside it, to Belarus, and of which
// kinds, the most first, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
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
WITH COLLECT { MATCH (place:Province) RETURN place.id } AS places
MATCH (:Entity {country: 'BY'})-[r]-(far:Entity {country: 'CN'})
WHERE r.trait = 'tie' /* filters r */
UNWIND [id IN far.inside WHERE id IN places] AS holder
WITH holder, CASE WHEN r.plan THEN 'PLAN' ELSE type(r) END AS kind, count(r) AS number
MATCH (province:Entity {id: holder})
WITH province, sum(CASE WHEN kind <> 'PLAN' THEN number ELSE 0 END) AS facts,
     sum(CASE kind WHEN 'TWINNED_WITH' THEN number ELSE 0 END) AS twinnings,
     sum(CASE kind WHEN 'AGREEMENT' THEN number ELSE 0 END) AS agreements,
     sum(CASE kind WHEN 'CONTRACT' THEN number ELSE 0 END) AS contracts,
     sum(CASE kind WHEN 'TRADE_FLOW' THEN number ELSE 0 END) AS flows,
     sum(CASE kind WHEN 'JOINT_PROJECT' THEN number ELSE 0 END) AS projects,
     sum(CASE WHEN kind IN ['COOPERATES_WITH', 'ACCREDITED_AT'] THEN number ELSE 0 END) AS others,
     sum(CASE kind WHEN 'PLAN' THEN number ELSE 0 END) AS plans
RETURN province.name AS province, province.id AS id, facts, twinnings, agreements, contracts, flows,
       projects, others, plans
ORDER BY facts DESC, province, id
LIMIT $limit
