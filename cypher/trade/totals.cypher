// Totals of a party
//
// What do the flows and contracts of a place or body, and of what is inside it, add up to by measure, reporter,
// valuation, currency and period, plans apart? What lies within another one is left out, of figures that disagree the
// one with the latest source is taken, and where flows overlap there is no total?
//
// Parameters
//   $entity (entity, widen) = Brest: the place or body, with all that is inside it
//   $good (good) = null: only this good or service
//   $joined (boolean) = false: add up periods too, from the first day to the last
//   $limit (integer) = 1000: how many rows at the most
// Columns
//   measure: export, import, turnover or contract
//   reporter: whose statistics a flow is taken from, where stated
//   valuation: how its goods are valued: fob or cif, where stated
//   currency: the sum's currency
//   plans: whether these are plans
//   first_day: the first day of the period, none where it is open
//   last_day: its last day
//   qualifier: how exact the sum is
//   total: the sum, rounded to cents; none where flows overlap
//   total_max: its upper end, where an amount is a range
//   added: the ids of the facts that it adds up
//   overlapping: the ids of the facts that overlap, or would be added to those, where there is no total
//   held: the ids of the facts left out because another one holds them
//   contradicted: the ids of the facts left out because a later source says otherwise
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)
WHERE $entity IN near.inside
WITH DISTINCT near
MATCH (near)-[r:TRADE_FLOW|CONTRACT]-(:Entity)
WHERE r.amount IS NOT NULL AND ($good IS NULL OR $good IN r.goods) /* filters r */
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
ORDER BY r.id
WITH coalesce(r.measure, 'contract') AS measure, r.reporter AS reporter, r.valuation AS valuation,
     r.currency AS currency, r.plan AS plans,
     CASE WHEN $joined THEN '' ELSE coalesce(r.date_start, '') + '/' + coalesce(r.date_end, '') END AS period,
     min(r.date_start) AS first_day, max(r.date_end) AS last_day,
     collect({
       id: r.id, is_flow: type(r) = 'TRADE_FLOW',
       amount: r.amount, most: coalesce(r.amount_max, r.amount), qualifier: coalesce(r.amount_qualifier, 'exact'),
       from: a.id, from_country: a.country, from_exchange: a.type = 'exchange', from_inside: a.inside,
       to: b.id, to_country: b.country, to_exchange: b.type = 'exchange', to_inside: b.inside,
       start: coalesce(r.date_start, '0000-01-01'), end: coalesce(r.date_end, '9999-12-31'),
       goods: coalesce(r.goods, []), held_by: coalesce(r.held_by, []), outdated_by: coalesce(r.outdated_by, [])
     }) AS selected
WITH measure, reporter, valuation, currency, plans, first_day, last_day, selected,
     [f IN selected WHERE none(g IN selected WHERE g.id IN f.held_by)] AS outermost
WITH measure, reporter, valuation, currency, plans, first_day, last_day, selected, outermost,
     [f IN outermost WHERE none(g IN outermost WHERE g.id IN f.outdated_by)] AS kept
WITH measure, reporter, valuation, currency, plans, first_day, last_day, selected, outermost, kept,
     any(f IN kept WHERE any(g IN kept WHERE f.id < g.id AND f.is_flow AND f.start <= g.end AND g.start <= f.end
       AND (f.goods = [] OR g.goods = [] OR any(good IN f.goods WHERE good IN g.goods))
       AND (f.from IN g.from_inside OR g.from IN f.from_inside
            OR (f.from_exchange OR g.from_exchange) AND f.from_country = g.from_country)
       AND (f.to IN g.to_inside OR g.to IN f.to_inside
            OR (f.to_exchange OR g.to_exchange) AND f.to_country = g.to_country))) AS overlaps
WITH measure, reporter, valuation, currency, plans, first_day, last_day, selected, outermost, kept, overlaps,
     [f IN kept | f.qualifier] AS qualifiers, CASE WHEN overlaps THEN [] ELSE kept END AS added
RETURN measure, reporter, valuation, currency, plans, first_day, last_day,
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
ORDER BY measure, reporter, valuation, currency, plans, first_day, last_day
LIMIT $limit
