// Twin pairs without a reported tie since a day
//
// Of which named twin pairs, with what lies inside them, is no firm tie besides the twinning
// reported that begins on this day or later?
//
// Parameters
//   $since (date) = 2023-06: the day, month or year
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the Belarusian twin
//   to: the Chinese twin
//   twinned: since when they are twins, as written
//   last_sign: when the last tie of theirs that has a time began, as written
//   facts: the ids of the twinning and of their older ties
MATCH (a:Entity)-[:TWINNED_WITH]->(b:Entity)
WITH collect(DISTINCT a.id) AS homes, collect(DISTINCT b.id) AS partners
MATCH (near:Entity {country: 'BY'})-[r]-(far:Entity {country: 'CN'})
WHERE r.trait = 'tie' AND NOT r.plan
UNWIND [id IN near.inside WHERE id IN homes] AS home
UNWIND [id IN far.inside WHERE id IN partners] AS partner
WITH home, partner, collect(r) AS ties
UNWIND [t IN ties WHERE type(t) = 'TWINNED_WITH' AND startNode(t).id = home
  AND endNode(t).id = partner AND t.from_unnamed IS NULL AND t.to_unnamed IS NULL
  AND t.holds_from <= $since_to /* works t */] AS t
WITH home, partner, ties, t ORDER BY t.holds_from, t.id
// Of a pair that several facts call twins, the earliest.
WITH home, partner, head(collect(t)) AS t, head(collect(ties)) AS ties
UNWIND [r IN ties WHERE r.id <> t.id /* filters r */] + [null] AS r
WITH t, r.placed_from AS day, coalesce(r.date, r.valid, r.announced) AS said, r.id AS tie
ORDER BY day, said, tie
WITH t, max(day) AS last_day, last(collect(said)) AS last_sign, collect(tie) AS ties
WHERE last_day IS NULL OR last_day < $since_from
RETURN startNode(t).name AS from, endNode(t).name AS to, t.date AS twinned, last_sign,
       [twin IN [t] WHERE NOT twin.plan /* filters twin */ | twin.id] + ties AS facts
ORDER BY t.holds_from, from, to, facts
LIMIT $limit
