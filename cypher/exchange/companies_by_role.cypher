// Companies accredited at the exchange
//
// Which companies are known by name to be accredited at the exchange, or are to be, in which role
// and since when?
//
// Parameters
//   $entity (entity: exchange) = BUTB: the exchange
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   role: member, visitor or broker, where stated
//   name: the company
//   id: its id
//   date: when, as written
//   announced: when a plan was announced
//   status: how far it has come
//   title: what the fact says
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (exchange:Entity {id: $entity})<-[r:ACCREDITED_AT]-(company:Entity)
WHERE r.trait = 'tie' /* filters r */
WITH r, company, coalesce(r.from_unnamed, company.name) AS name
// Sorted and cut before the rest of each row is read.
ORDER BY r.plan, r.role, name, r.id
LIMIT $limit
RETURN r.role AS role, name, company.id AS id, r.date AS date, r.announced AS announced,
       r.status AS status, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY r.plan, role, name, fact
LIMIT $limit
