// Quality of the data
//
// How much of each type of fact has a date, a sum, a footnote, and how much is doubtful or has an unnamed party?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
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
WHERE r.trait IS NOT NULL /* filters r */
RETURN type(r) AS type, count(r) AS count, count(r.date) AS dated,
       sum(CASE WHEN r.date_start = r.date_end THEN 1 ELSE 0 END) AS to_the_day, count(r.amount) AS with_amount,
       sum(CASE WHEN any(source IN r.sources WHERE source CONTAINS '/fn-') THEN 1 ELSE 0 END) AS with_footnote,
       sum(CASE r.certainty WHEN 'read' THEN 1 ELSE 0 END) AS doubtful,
       sum(CASE WHEN r.from_unnamed IS NOT NULL OR r.to_unnamed IS NOT NULL THEN 1 ELSE 0 END) AS unnamed,
       sum(CASE WHEN r.plan THEN 1 ELSE 0 END) AS plans
ORDER BY type
LIMIT $limit
