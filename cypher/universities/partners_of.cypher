// Partners of a university
//
// Which Chinese or Belarusian partners does a university have, and through which facts?
//
// Parameters
//   $entity (entity) = BSU: the university
//   $limit (integer) = 100: how many rows at the most
// Columns
//   partner: the partner
//   id: its id
//   entity_type: its type
//   type: the fact's type
//   title: what the fact says
//   date: when, as written
//   status: how far it has come
//   fact: the fact's id
//   sources: where it is told
MATCH (university:Entity {id: $entity})
      -[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH]-(partner:Entity)
WHERE partner.country <> university.country /* filters r */
RETURN CASE startNode(r).id WHEN university.id THEN coalesce(r.to_unnamed, partner.name)
       ELSE coalesce(r.from_unnamed, partner.name) END AS partner,
       partner.id AS id, partner.type AS entity_type, type(r) AS type, r.title AS title, r.date AS date,
       r.status AS status, r.id AS fact, r.sources AS sources
ORDER BY partner, id, date, fact
LIMIT $limit
