// Universities by named partners
//
// Which Belarusian universities have how many Chinese partners by name, and which numbers of
// partners and agreements are reported for them, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   university: the university
//   id: its id
//   partners: how many Chinese universities, bodies and places by name, plans aside
//   told: what is reported of them in numbers, each with its title
//   facts: the ids of the facts, plans aside
//   plans: the ids of what is only planned, proposed or talked about
MATCH (university:University {country: 'BY'})
OPTIONAL MATCH (university)-[r]-(partner:Entity {country: 'CN'})
WHERE r.trait = 'tie' AND partner.type <> 'country'
  AND CASE WHEN startNode(r) = partner THEN r.from_unnamed ELSE r.to_unnamed END IS NULL
  /* filters r */
WITH university, r, partner ORDER BY r.id
WITH university, count(DISTINCT CASE WHEN NOT r.plan THEN partner.id END) AS partners,
     collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
OPTIONAL MATCH (university)-[told:INDICATOR]->(:Entity)
WHERE NOT told.plan AND (told.measure CONTAINS 'partner' OR told.measure CONTAINS 'agreement'
  OR told.measure CONTAINS 'cooperation document') /* filters told */
WITH university, partners, facts, plans, told ORDER BY told.placed_from, told.id
WITH university, partners, facts, plans, collect(
       replace(coalesce(told.quantity_qualifier, 'exact') + ' ', 'exact ', '')
       + toString(told.quantity) + ' ' + told.unit + ': ' + told.title) AS told
RETURN university.name AS university, university.id AS id, partners, told, facts, plans
ORDER BY partners DESC, university, id
LIMIT $limit
