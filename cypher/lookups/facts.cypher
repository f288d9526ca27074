// Facts by id
//
// Which facts have these ids, and what are their ends?
//
// Parameters
//   $ids (text, list) = zalesskij-2024/c1-089: the ids
// Columns
//   id: the fact's id
//   type: its type
//   from: the id of its start
//   from_name: the name of its start
//   from_aliases: other names of its start
//   from_type: the type of its start
//   from_country: the country of its start
//   to: the id of its end
//   to_name: the name of its end
//   to_aliases: other names of its end
//   to_type: the type of its end
//   to_country: the country of its end
//   properties: all its properties
MATCH (a)-[r:ACCREDITED_AT|AGREEMENT|CONTRACT|COOPERATES_WITH|INDICATOR|JOINT_PROJECT|LOCATED_IN
  |MEMBER_OF|PART_OF|TOOK_PART_IN|TRADE_FLOW|TWINNED_WITH]->(b)
// The types bring their indexes; without them every fact would be looked at.
WHERE r.id IN $ids /* filters r */
RETURN r.id AS id, type(r) AS type, a.id AS from, a.name AS from_name, a.aliases AS from_aliases,
       a.type AS from_type, a.country AS from_country, b.id AS to, b.name AS to_name,
       b.aliases AS to_aliases, b.type AS to_type, b.country AS to_country,
       properties(r) AS properties
ORDER BY id
