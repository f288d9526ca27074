// Belarusian places tied to a province
//
// Which Belarusian regions, cities and districts are tied to a Chinese province or to what is inside it, and through
// which facts?
//
// Parameters
//   $entity (entity) = Shandong: the province, with all that lies inside it
//   $limit (integer) = 100: how many rows at the most
// Columns
//   name: the place
//   id: its id
//   entity_type: its type
//   with: the other end
//   fact: the fact's id
//   type: the fact's type
//   title: what the fact says
//   date: when, as written
//   status: how far it has come
//   sources: where it is told
MATCH (home:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT home, near
MATCH (near)-[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]-(far:Entity)
WHERE far.country <> home.country /* filters r */
// The way up is gone once for each party, however many facts it has.
WITH far, collect({near: near, fact: r}) AS ties
MATCH (place:Entity)
WHERE place.id IN far.inside AND place.type IN ['oblast', 'city', 'district']
UNWIND ties AS tie
WITH DISTINCT place, tie.near AS near, tie.fact AS r
RETURN place.name AS name, place.id AS id, place.type AS entity_type,
       CASE startNode(r).id
         WHEN near.id THEN coalesce(r.from_unnamed, near.name)
         ELSE coalesce(r.to_unnamed, near.name)
       END AS with,
       r.id AS fact, type(r) AS type, r.title AS title, r.date AS date, r.status AS status, r.sources AS sources
ORDER BY name, id, date, fact
LIMIT $limit
