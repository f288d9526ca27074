// Twinnings by region
//
// How many twin ties does each Belarusian region, Minsk included, have with all that lies inside it, and with which
// provinces?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   region: the region or Minsk
//   id: its id
//   ties: how many twin ties, plans aside
//   plans: how many are planned, proposed or talked about
//   provinces: the Chinese provinces on the other side
//   facts: the ids of the facts behind the row
MATCH (a:Entity)-[r:TWINNED_WITH]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH a, collect(r) AS ties
MATCH (a)-[:LOCATED_IN*0..6]->(region:Entity)
WHERE region.type = 'oblast' OR region.id = 'BY-HM'
UNWIND ties AS r
WITH region, r, endNode(r) AS b
OPTIONAL MATCH (b)-[:LOCATED_IN*0..6]->(province:Province)
WITH DISTINCT region, r, province
ORDER BY r.id
WITH region, collect(DISTINCT r.id) AS facts, collect(DISTINCT province.name) AS unordered,
     count(DISTINCT CASE WHEN r.plan THEN r.id END)
       AS plans
RETURN region.name AS region, region.id AS id, size(facts) - plans AS ties, plans,
       COLLECT { UNWIND unordered AS province RETURN province ORDER BY province } AS provinces, facts
ORDER BY ties DESC, region, id
LIMIT $limit
