// Dormant twin pairs
//
// Which named twin pairs, with what lies inside them, have no firm tie besides the twinning that
// begins on this day or later?
//
// Parameters
//   $since (date) = 2023-06: the day, month or year
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the Belarusian twin
//   to: the Chinese twin
//   twinned: since when they are twins, as written
//   last_sign: the last day on which a tie of theirs is known to begin
//   facts: the ids of the twinning and of their older ties
MATCH (a:Entity)-[t:TWINNED_WITH]->(b:Entity)
WHERE NOT t.plan AND t.from_unnamed IS NULL AND t.to_unnamed IS NULL
  AND t.holds_from <= $since_to /* works t */
WITH a, b, t ORDER BY t.holds_from, t.id
// Of a pair that several facts call twins, the earliest.
WITH a, b, head(collect(t)) AS t
MATCH (b)<-[:LOCATED_IN|PART_OF*0..8]-(far)
WHERE b.id IN far.inside
WITH DISTINCT a, b, t, far
OPTIONAL MATCH (far)-[r]-(near:Entity)
WHERE a.id IN near.inside AND r.trait = 'tie' AND NOT r.plan AND r.id <> t.id /* filters r */
WITH a, b, t, r ORDER BY r.id
WITH a, b, t, max(r.placed_from) AS last_sign, collect(DISTINCT r.id) AS ties
WHERE last_sign IS NULL OR last_sign < $since_from
RETURN a.name AS from, b.name AS to, t.date AS twinned, last_sign,
       [twin IN [t] WHERE NOT twin.plan /* filters twin */ | twin.id] + ties AS facts
ORDER BY t.holds_from, from, to, facts
LIMIT $limit
