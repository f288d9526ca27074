// University ties by province
//
// In which Chinese provinces do Belarusian universities have universities as named partners, and
// which, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   facts: the ids of the facts, plans aside
//   universities: the Belarusian universities, plans aside
//   partners: their partners there, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
WHERE r.trait = 'tie' /* filters r */
MATCH (p:Entity WHERE p.first_level AND p.id IN theirs.inside)
WITH p, ours, theirs, r ORDER BY theirs.name, ours.name, r.id
RETURN p.name AS province, p.id AS id, collect(CASE WHEN NOT r.plan THEN r.id END) AS facts,
       collect(DISTINCT CASE WHEN NOT r.plan THEN ours.name END) AS universities,
       collect(DISTINCT CASE WHEN NOT r.plan THEN theirs.name END) AS partners,
       collect(CASE WHEN r.plan THEN r.id END) AS plans
ORDER BY province, id
LIMIT $limit
