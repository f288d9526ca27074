// Universities without a named Chinese partner
//
// Which Belarusian universities have no Chinese university, body or place by name as a partner, and
// what is reported or planned of them?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   university: the university
//   id: its id
//   told: what is reported of its partners and agreements in numbers, each with its title
//   plans: the ids of what is only planned, proposed or talked about
MATCH (university:University {country: 'BY'})
OPTIONAL MATCH (university)-[r]-(partner:Entity {country: 'CN'})
WHERE r.trait = 'tie' AND partner.type <> 'country'
  AND CASE WHEN startNode(r) = partner THEN r.from_unnamed ELSE r.to_unnamed END IS NULL
  /* filters r */
WITH university, r ORDER BY r.id
WITH university, count(CASE WHEN NOT r.plan THEN 1 END) AS ties,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans
WHERE ties = 0
OPTIONAL MATCH (university)-[told:INDICATOR]->(:Entity)
WHERE NOT told.plan AND (told.measure CONTAINS 'partner' OR told.measure CONTAINS 'agreement'
  OR told.measure CONTAINS 'cooperation document') /* filters told */
WITH university, plans, told ORDER BY told.placed_from, told.id
WITH university, plans, collect(
       replace(coalesce(told.quantity_qualifier, 'exact') + ' ', 'exact ', '')
       + toString(told.quantity) + ' ' + told.unit + ': ' + told.title) AS told
RETURN university.name AS university, university.id AS id, told, plans
ORDER BY university, id
LIMIT $limit
