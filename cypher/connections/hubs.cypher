// Hubs
//
// Which entities have the most partners by name across the border, countries left out, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the entity
//   id: its id
//   entity_type: its type
//   country: where it is seated
//   partners: how many named entities of another country it is tied to, plans aside
//   facts: by how many facts, unnamed partners' included, plans aside
//   plans: how many more are planned, proposed or talked about
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.trait = 'tie' AND NOT a:Country AND NOT b:Country AND a.country <> b.country /* filters r */
UNWIND [[a, b], [b, a]] AS ends
WITH ends[0] AS e, ends[1] AS partner, r, coalesce(r.from_unnamed, r.to_unnamed) IS NULL AS named
RETURN e.name AS name, e.id AS id, e.type AS entity_type, e.country AS country,
       count(DISTINCT CASE WHEN NOT r.plan AND named THEN partner.id END) AS partners,
       count(CASE WHEN NOT r.plan THEN 1 END) AS facts, count(CASE WHEN r.plan THEN 1 END) AS plans
ORDER BY partners DESC, facts DESC, name, id
LIMIT $limit
