// Ties of entities
//
// Which facts tie any of these entities to others, or to some and to those that lie inside others?
//
// Parameters
//   $near (entity, list) = city/vitebsk: the entities to start from
//   $among (entity, list) = null: the others; without any, everybody
//   $into (entity, list) = null: what the others lie in
// Columns
//   near: the id of the end on this side
//   far: the id of the end on that side
//   fact: the fact's id
//   plan: whether it is planned, proposed or talked about
//   near_unnamed: our words for a party on this side that the source leaves unnamed
//   far_unnamed: our words for one on that side
UNWIND $near AS near_id
MATCH (near:Entity {id: near_id})-[r]-(far:Entity)
WHERE r.trait = 'tie' AND far <> near
  AND ($among IS NULL OR far.id IN $among OR any(id IN $into WHERE id IN far.inside)) /* filters r */
RETURN near.id AS near, far.id AS far, r.id AS fact, r.plan AS plan,
       CASE WHEN startNode(r) = near THEN r.from_unnamed ELSE r.to_unnamed END AS near_unnamed,
       CASE WHEN startNode(r) = near THEN r.to_unnamed ELSE r.from_unnamed END AS far_unnamed
ORDER BY near, far, fact
