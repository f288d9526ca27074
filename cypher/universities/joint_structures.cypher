// Joint institutes, laboratories and centres
//
// Which institutes, laboratories, centres and other structures do universities share, and how far has each come?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   form: what is made together
//   title: what the fact says
//   from: the Belarusian founder
//   to: the Chinese founder
//   date: when, as written
//   status: how far it has come
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:JOINT_PROJECT]->(b:Entity)
WHERE (a:University OR b:University) AND r.form IN ['institute', 'laboratory', 'centre', 'association', 'branch']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN r.form AS form, r.title AS title, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.date AS date, r.status AS status, r.id AS fact, r.sources AS sources
ORDER BY form, title, fact
LIMIT $limit
