// Measured facts by id
//
// Which facts have these ids, how large are they, and what must be known of them before they are
// added up?
//
// Parameters
//   $ids (text, list) = zalesskij-2024/c1-070: the ids
// Columns
//   id: the fact's id
//   type: the fact's type
//   measure: export, import or turnover; none for a contract
//   reporter: whose statistics a flow is taken from, where stated
//   valuation: fob or cif, where stated
//   plan: whether it is a plan
//   from: the id of its start
//   from_type: the type of its start
//   from_country: the country of its start
//   from_inside: the ids of all that its start is inside, its own included
//   to: the id of its end
//   to_type: the type of its end
//   to_country: the country of its end
//   to_inside: the ids of all that its end is inside, its own included
//   start: the first day of its period
//   end: the last day of its period
//   goods: goods or services
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   amount_qualifier: how exact the sum is
//   currency: the sum's currency
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   quantity_qualifier: how exact the quantity is
//   unit: the quantity's unit
//   held_by: the ids of the facts that hold it, at any remove
//   outdated_by: the ids of the facts that conflict with it and have a later source
MATCH (a:Entity)-[r:TRADE_FLOW|CONTRACT]->(b:Entity)
WHERE r.id IN $ids /* filters r */
RETURN r.id AS id, type(r) AS type, r.measure AS measure, r.reporter AS reporter, r.valuation AS valuation,
       r.plan AS plan, a.id AS from, a.type AS from_type, a.country AS from_country, a.inside AS from_inside,
       b.id AS to, b.type AS to_type, b.country AS to_country, b.inside AS to_inside,
       r.date_start AS start, r.date_end AS end, r.goods AS goods, r.amount AS amount, r.amount_max AS amount_max,
       r.amount_qualifier AS amount_qualifier, r.currency AS currency,
       r.quantity AS quantity, r.quantity_max AS quantity_max, r.quantity_qualifier AS quantity_qualifier,
       r.unit AS unit, coalesce(r.held_by, []) AS held_by, coalesce(r.outdated_by, []) AS outdated_by
ORDER BY id
