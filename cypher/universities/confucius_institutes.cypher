// Confucius institutes and classrooms
//
// Which Confucius institutes and classrooms are there, who runs them, and since when?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   name: the institute
//   id: its id
//   type: the fact's type
//   from: the end it is written from
//   to: the end it is written to
//   title: what the fact says
//   date: when, as written; with ../ before it, there by then at the latest
//   status: how far it has come
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (institute:Institution)
WHERE 'Confucius institutes' IN institute.topics
WITH collect(institute) AS institutes
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.trait IS NOT NULL /* filters r */
UNWIND [i IN institutes WHERE i.id IN [a.id, b.id, r.structure]] AS institute
RETURN institute.name AS name, institute.id AS id, type(r) AS type,
       coalesce(r.from_unnamed, a.name) AS from, coalesce(r.to_unnamed, b.name) AS to,
       r.title AS title, r.date AS date, r.status AS status,
       r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.id AS fact, r.sources AS sources
ORDER BY name, id, r.plan, r.placed_from, fact
LIMIT $limit
