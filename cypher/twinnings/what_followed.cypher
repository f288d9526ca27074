// What followed a twinning
//
// What have the two sides of each named twin pair, with what lies inside them, had since they
// became twins: documents, visits and other events, contracts, other ties, and when did the last
// begin?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   from: the Belarusian twin
//   to: the Chinese twin
//   since: since when they are twins, as written
//   documents: how many documents followed
//   events: at how many events both took part since
//   contracts: how many contracts followed
//   last_sign: the last day on which a tie or event of theirs is known to begin
//   facts: the ids of what followed, plans aside
//   plans: the ids of plans of the two sides since
MATCH (a:Entity)-[t:TWINNED_WITH]->(b:Entity)
WHERE NOT t.plan AND t.from_unnamed IS NULL AND t.to_unnamed IS NULL /* works t */
WITH a, b, t ORDER BY t.holds_from, t.id
// Of a pair that several facts call twins, the earliest.
WITH a, b, head(collect(t)) AS t
MATCH (b)<-[:LOCATED_IN|PART_OF*0..8]-(far)
WHERE b.id IN far.inside
WITH DISTINCT a, b, t, far
OPTIONAL MATCH (far)-[r]-(near:Entity)
WHERE a.id IN near.inside AND r.trait = 'tie' AND r.id <> t.id
  AND r.placed_from >= t.holds_from /* filters r */
OPTIONAL MATCH (far)-[p:TOOK_PART_IN]->(event:Event)<-[q:TOOK_PART_IN]-(guest:Entity)
WHERE a.id IN guest.inside AND NOT p.plan AND NOT q.plan AND p.placed_from >= t.holds_from
  /* filters p */ /* filters q */
WITH a, b, t, r, event, p ORDER BY r.id
WITH a, b, t.date AS since, t.holds_from AS day, t.id AS tie,
     collect(DISTINCT CASE WHEN NOT r.plan THEN r.id END) AS facts,
     collect(DISTINCT CASE WHEN r.plan THEN r.id END) AS plans,
     count(DISTINCT CASE WHEN NOT r.plan AND r.instrument IS NOT NULL
       THEN coalesce(r.document, r.id) END) AS documents,
     count(DISTINCT CASE WHEN NOT r.plan AND type(r) = 'CONTRACT' THEN r.id END) AS contracts,
     count(DISTINCT event.id) AS events, max(CASE WHEN NOT r.plan THEN r.placed_from END) AS tied,
     max(p.placed_from) AS met
WITH *, CASE WHEN met > tied OR tied IS NULL THEN met ELSE tied END AS last_sign
RETURN a.name AS from, b.name AS to, since, documents, events, contracts, last_sign, facts, plans
ORDER BY day, from, to, facts, plans
LIMIT $limit
