// Provinces tied to a place
//
// Which Chinese provinces is a Belarusian place tied to, itself or through what is inside it, how often and by what?
//
// Parameters
//   $entity (entity, widen) = Vitebsk: the place, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the province
//   id: its id
//   ties: how many facts tie it, plans aside
//   plans: how many are planned, proposed or talked about
//   types: the types of these facts
//   facts: the ids of the facts behind the row
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT home, near
MATCH (near)-[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]-(far:Entity)
WHERE far.country <> home.country /* filters r */
WITH DISTINCT r, far
MATCH (province:Province)
WHERE province.id IN far.inside
WITH DISTINCT province, r,
     CASE WHEN r.plan THEN 1 ELSE 0 END AS plan
ORDER BY r.id
WITH province, count(r) AS facts_found, sum(plan) AS plans, collect(DISTINCT type(r)) AS types, collect(r.id) AS facts
UNWIND types AS type
WITH province, facts_found, plans, facts, type
ORDER BY type
WITH province, facts_found, plans, facts, collect(type) AS types
RETURN province.name AS name, province.id AS id, facts_found - plans AS ties, plans, types, facts
ORDER BY ties DESC, plans DESC, name, id
LIMIT $limit
