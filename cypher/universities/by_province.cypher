// University ties by province
//
// In which Chinese provinces do Belarusian universities have partners, and which?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   universities: the Belarusian universities
//   partners: their partners there
//   facts: the ids of the facts behind the row
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait = 'tie' /* filters r */
MATCH (region:Province)
WHERE region.id IN theirs.inside
WITH DISTINCT region, ours, theirs, r
ORDER BY ours.name, r.id
WITH region, collect(DISTINCT ours.name) AS universities, collect(DISTINCT r.id) AS facts,
     collect(DISTINCT theirs.name) AS unordered
UNWIND unordered AS partner
WITH region, universities, facts, partner
ORDER BY partner
WITH region, universities, facts, collect(partner) AS partners
UNWIND facts AS fact
WITH region, universities, partners, fact
ORDER BY fact
WITH region, universities, partners, collect(fact) AS facts
RETURN region.name AS province, region.id AS id, universities, partners, facts
ORDER BY province, id
LIMIT $limit
