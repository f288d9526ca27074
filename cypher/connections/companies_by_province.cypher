// Chinese companies tied to Belarus, by province
//
// Which companies of each Chinese province have a tie to Belarus, by which facts, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   ties: how many facts tie them, plans aside
//   companies: the companies, plans aside
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (company:Company {country: 'CN'})-[r]-(:Entity {country: 'BY'})
WHERE r.trait = 'tie' /* filters r */
MATCH (province:Entity WHERE province.first_level AND province.id IN company.inside)
WITH province, company, r ORDER BY company.name, r.id
WITH province, collect(DISTINCT CASE WHEN NOT r.plan THEN company.name END) AS companies,
     collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
RETURN province.name AS province, province.id AS id, size(facts) AS ties, companies, facts, plans
ORDER BY ties DESC, province, id
LIMIT $limit
