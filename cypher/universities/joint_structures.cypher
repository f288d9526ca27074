// Joint institutes, laboratories and centres
//
// Which institutes, laboratories, centres and other structures do universities share, those founded
// by unnamed ones too, and how far has each come, plans last?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   form: what is made together
//   title: what the fact says
//   from: the Belarusian founder
//   to: the Chinese founder
//   date: when, as written
//   status: how far it has come
//   fact: the fact's id
//   sources: the ids of its sources
MATCH (a:Entity)-[r:JOINT_PROJECT]->(b:Entity)
WHERE r.form IN ['institute', 'laboratory', 'centre', 'association', 'branch']
  AND (a:University OR b:University OR 'universities' IN r.topics)
  AND r.trait IS NOT NULL /* filters r */
RETURN r.form AS form, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.status AS status, r.id AS fact,
       r.sources AS sources
ORDER BY r.plan, form, r.placed_from, title, fact
LIMIT $limit
