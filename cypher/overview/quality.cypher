// Quality of the data
//
// How much of each type of fact has a date, a sum, a footnote, and how much is doubtful or has an unnamed party?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   type: the fact's type
//   count: how many facts
//   dated: how many have a date
//   to_the_day: how many are dated to the day
//   with_amount: how many have a sum
//   with_footnote: how many cite a footnote
//   doubtful: how many rest on a garbled passage
//   unnamed: how many have a party that the source leaves unnamed
//   plans: how many are planned, proposed or talked about
MATCH (:Entity)-[r]->(:Entity)
WHERE NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
RETURN type(r) AS type, count(r) AS count, count(r.date) AS dated,
       sum(CASE WHEN r.date_start = r.date_end THEN 1 ELSE 0 END) AS to_the_day, count(r.amount) AS with_amount,
       sum(CASE WHEN any(source IN r.sources WHERE source CONTAINS '/fn-') THEN 1 ELSE 0 END) AS with_footnote,
       sum(CASE r.certainty WHEN 'read' THEN 1 ELSE 0 END) AS doubtful,
       sum(CASE WHEN r.from_unnamed IS NOT NULL OR r.to_unnamed IS NOT NULL THEN 1 ELSE 0 END) AS unnamed,
       sum(CASE WHEN coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] THEN 1 ELSE 0 END) AS plans
ORDER BY type
LIMIT $limit
