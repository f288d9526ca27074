// Totals of a party
//
// What do the flows and contracts of a place or body, and of what is inside it, add up to by measure and currency,
// plans apart? What lies within another one is left out, of figures that disagree the one with the latest source is
// taken, and where flows overlap there is no total?
//
// Parameters
//   $party (entity, widen) = Brest: the place or body, with all that is inside it
//   $good (good) = null: only this good or service
//   $limit (integer) = 100: how many rows at the most
// Filters
// Columns
//   measure: export, import, turnover or contract
//   currency: the sum's currency
//   plans: whether these are plans
//   qualifier: how exact the sum is
//   total: the sum, rounded to cents; none where flows overlap
//   total_max: its upper end, where an amount is a range
//   added: the ids of the facts that it adds up
//   overlapping: the ids of the facts that overlap, or stand beside those, where there is no total
//   held: the ids of the facts left out because another one holds them
//   contradicted: the ids of the facts left out because a later source says otherwise
MATCH (home:Entity {id: $party})
OPTIONAL MATCH down = (home)<-[:LOCATED_IN*1..6]-(placed:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, collect(DISTINCT placed) AS located
OPTIONAL MATCH down = (home)<-[:PART_OF*1..6]-(member:Entity)
WHERE all(n IN nodes(down) WHERE n.country = home.country)
WITH home, located, collect(DISTINCT member) AS members
WITH home, located + members + [home] AS inside
UNWIND inside AS near
WITH DISTINCT near
MATCH (near)-[r:TRADE_FLOW|CONTRACT]-(:Entity)
WHERE r.amount IS NOT NULL AND ($good IS NULL OR $good IN r.goods)
  AND NOT type(r) IN $without_types
  AND NOT coalesce(r.status, 'none') IN $without_statuses
  AND ($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))
  AND ($between_from IS NULL OR r.placed_from <= $between_to AND r.placed_to >= $between_from)
  AND ($as_of_from IS NULL OR r.holds_from <= $as_of_to AND r.holds_to >= $as_of_from)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
OPTIONAL MATCH up = (a)-[:LOCATED_IN*1..6]->(above:Entity)
WHERE all(n IN nodes(up) WHERE n.country = a.country)
WITH r, a, b, collect(DISTINCT above.id) AS a_lies_in
OPTIONAL MATCH up = (a)-[:PART_OF*1..6]->(above:Entity)
WHERE all(n IN nodes(up) WHERE n.country = a.country)
WITH r, a, b, a_lies_in, collect(DISTINCT above.id) AS a_part_of
OPTIONAL MATCH up = (b)-[:LOCATED_IN*1..6]->(above:Entity)
WHERE all(n IN nodes(up) WHERE n.country = b.country)
WITH r, a, b, a_lies_in, a_part_of, collect(DISTINCT above.id) AS b_lies_in
OPTIONAL MATCH up = (b)-[:PART_OF*1..6]->(above:Entity)
WHERE all(n IN nodes(up) WHERE n.country = b.country)
WITH r, a, b, a_lies_in, a_part_of, b_lies_in, collect(DISTINCT above.id) AS b_part_of
UNWIND r.sources AS cited
MATCH (s:Source {id: cited})
WITH r, a, b, a_lies_in + a_part_of AS from_inside, b_lies_in + b_part_of AS to_inside,
     max(coalesce(s.year, 0) * 1000 + coalesce(s.number, 0)) AS told
ORDER BY r.id
WITH coalesce(r.measure, 'contract') AS measure, r.currency AS currency,
     coalesce(r.status, 'none') IN ['planned', 'proposed', 'negotiating'] AS plans,
     collect({
       id: r.id, is_flow: type(r) = 'TRADE_FLOW', told: told,
       amount: r.amount, most: coalesce(r.amount_max, r.amount), qualifier: coalesce(r.amount_qualifier, 'exact'),
       from: a.id, from_country: a.country, from_exchange: a.type = 'exchange', from_inside: from_inside,
       to: b.id, to_country: b.country, to_exchange: b.type = 'exchange', to_inside: to_inside,
       start: coalesce(r.date_start, '0000-01-01'), end: coalesce(r.date_end, '9999-12-31'),
       goods: coalesce(r.goods, []), part_of: coalesce(r.part_of, []), rivals: coalesce(r.disagrees_with, [])
     }) AS selected
WITH measure, currency, plans, selected, [f IN selected WHERE none(g IN selected WHERE g.id IN f.part_of)] AS outermost
WITH measure, currency, plans, selected, outermost,
     [f IN outermost WHERE none(g IN outermost
       WHERE g.id IN f.rivals AND (g.told > f.told OR g.told = f.told AND g.id > f.id))] AS kept
WITH measure, currency, plans, selected, outermost, kept,
     any(f IN kept WHERE any(g IN kept WHERE f.id < g.id AND f.is_flow AND f.start <= g.end AND g.start <= f.end
       AND (f.goods = [] OR g.goods = [] OR any(good IN f.goods WHERE good IN g.goods))
       AND (f.from = g.from OR f.from IN g.from_inside OR g.from IN f.from_inside
            OR (f.from_exchange OR g.from_exchange) AND f.from_country = g.from_country)
       AND (f.to = g.to OR f.to IN g.to_inside OR g.to IN f.to_inside
            OR (f.to_exchange OR g.to_exchange) AND f.to_country = g.to_country))) AS overlaps
WITH measure, currency, plans, selected, outermost, kept, overlaps, [f IN kept | f.qualifier] AS qualifiers,
     CASE WHEN overlaps THEN [] ELSE kept END AS added
RETURN measure, currency, plans,
       CASE
         WHEN added = [] THEN null
         WHEN all(q IN qualifiers WHERE q = qualifiers[0]) THEN qualifiers[0]
         WHEN all(q IN qualifiers WHERE q IN ['exact', 'over', 'at_least']) THEN 'over'
         WHEN all(q IN qualifiers WHERE q IN ['exact', 'almost', 'under', 'up_to']) THEN 'under'
         ELSE 'about'
       END AS qualifier,
       CASE WHEN added <> []
         THEN round(reduce(so_far = 0.0, f IN added | so_far + f.amount) * 100) / 100.0 END AS total,
       CASE WHEN any(f IN added WHERE f.most > f.amount)
         THEN round(reduce(so_far = 0.0, f IN added | so_far + f.most) * 100) / 100.0 END AS total_max,
       [f IN added | f.id] AS added, CASE WHEN overlaps THEN [f IN kept | f.id] ELSE [] END AS overlapping,
       [f IN selected WHERE NOT f IN outermost | f.id] AS held,
       [f IN outermost WHERE NOT f IN kept | f.id] AS contradicted
ORDER BY measure, currency, plans
LIMIT $limit
