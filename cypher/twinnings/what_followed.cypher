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
//   last_sign: when the last tie or event of theirs that has a time began, as written
//   facts: the ids of what followed, plans aside
//   plans: the ids of plans of the two sides since
MATCH (a:Entity)-[:TWINNED_WITH]->(b:Entity)
WITH collect(DISTINCT a.id) AS homes, collect(DISTINCT b.id) AS partners
CALL () {
  MATCH (near:Entity {country: 'BY'})-[r]-(far:Entity {country: 'CN'})
  WHERE r.trait = 'tie'
  RETURN near, far, r
  UNION ALL
  MATCH (near:Entity {country: 'BY'})-[r:TOOK_PART_IN]->(:Event)
        <-[q:TOOK_PART_IN]-(far:Entity {country: 'CN'})
  WHERE NOT r.plan AND NOT q.plan /* filters q */
  RETURN near, far, r
}
UNWIND [id IN near.inside WHERE id IN homes] AS home
UNWIND [id IN far.inside WHERE id IN partners] AS partner
WITH home, partner, collect(DISTINCT r) AS contacts
UNWIND [t IN contacts WHERE type(t) = 'TWINNED_WITH' AND startNode(t).id = home
  AND endNode(t).id = partner AND NOT t.plan AND t.from_unnamed IS NULL AND t.to_unnamed IS NULL
  /* works t */] AS t
WITH home, partner, contacts, t ORDER BY t.holds_from, t.id
// Of a pair that several facts call twins, the earliest.
WITH home, partner, head(collect(t)) AS t, head(collect(contacts)) AS contacts
UNWIND [r IN contacts WHERE r.id <> t.id AND r.placed_from >= t.holds_from /* filters r */] + [null]
AS r
WITH t, r, r.id AS id, r.plan AS plan, r.trait = 'tie' AND NOT r.plan AS tie,
     r.placed_from AS day, coalesce(r.date, r.valid, r.announced) AS said
ORDER BY day, said, id
WITH t, count(DISTINCT CASE WHEN tie AND r.instrument IS NOT NULL
       THEN coalesce(r.document, id) END) AS documents,
     count(DISTINCT CASE r.trait WHEN 'participation' THEN endNode(r).id END) AS events,
     count(CASE WHEN tie AND type(r) = 'CONTRACT' THEN 1 END) AS contracts,
     last(collect(CASE WHEN NOT plan THEN said END)) AS last_sign,
     collect(CASE WHEN tie THEN id END) AS facts, collect(CASE WHEN plan THEN id END) AS plans
RETURN startNode(t).name AS from, endNode(t).name AS to, t.date AS since, documents, events,
       contracts, last_sign, facts, plans
ORDER BY t.holds_from, from, to, facts, plans
LIMIT $limit
