// A sector by year
//
// Which ties of a field are dated in each year, and what was there by then, plans apart?
//
// Parameters
//   $sector (sector) = education: the field of work
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   year: the year
//   facts: the ids of what is dated in it, plans aside
//   by_then: the ids of what was there by then at the latest, perhaps since an earlier year
//   plans: the ids of what is planned for it, proposed or talked about
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait = 'tie' AND $sector IN r.sectors AND r.date IS NOT NULL /* filters r */
WITH r, left(r.date_start, 4) AS first, left(coalesce(r.date_end, r.date_start), 4) AS last
WITH r, toInteger(last) AS year, coalesce(first = last, false) AS dated ORDER BY r.id
WITH year, collect(CASE WHEN dated AND NOT r.plan THEN r.id END) AS facts,
     collect(CASE WHEN NOT dated AND NOT r.plan THEN r.id END) AS by_then,
     collect(CASE WHEN r.plan THEN r.id END) AS plans
RETURN year, facts, by_then, plans
ORDER BY year
LIMIT $limit
