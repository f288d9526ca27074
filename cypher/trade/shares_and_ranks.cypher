// Shares and ranks
//
// Which shares and ranks are told, of whom, and when?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   subject: whom it is about
//   measure: what is shared or ranked
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   date: when, as written
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:INDICATOR]->(:Entity)
WHERE r.unit IN ['%', 'rank']
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN coalesce(r.from_unnamed, a.name) AS subject, r.measure AS measure, r.quantity_qualifier AS quantity_qualifier,
       r.quantity AS quantity, r.quantity_max AS quantity_max, r.unit AS unit, r.date AS date, r.title AS title,
       r.id AS fact, r.sources AS sources
ORDER BY unit, subject, measure, date, fact
LIMIT $limit
