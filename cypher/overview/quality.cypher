// Quality of the data
//
// How much of each type of fact, and of each type of plan, has a date, a sum, a footnote or page,
// and how much is doubtful or has an unnamed party?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   type: the fact's type
//   plan: whether the row counts what is only planned, proposed or talked about
//   count: how many there are
//   dated: how many have a date
//   to_the_day: how many are dated to the day
//   with_amount: how many have a sum
//   with_passage: how many cite a footnote or a page, not a work alone
//   doubtful: how many rest on a passage that had to be interpreted
//   unnamed: how many have a party that the source leaves unnamed
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
RETURN type(r) AS type, r.plan AS plan, count(r) AS count, count(r.date) AS dated,
       count(CASE WHEN r.date_start = r.date_end THEN 1 END) AS to_the_day,
       count(r.amount) AS with_amount,
       count(CASE WHEN any(s IN r.sources WHERE s <> split(s, '/')[0]) THEN 1 END) AS with_passage,
       count(CASE r.certainty WHEN 'read' THEN 1 END) AS doubtful,
       count(coalesce(r.from_unnamed, r.to_unnamed)) AS unnamed
ORDER BY type, plan
LIMIT $limit
