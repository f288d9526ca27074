// Totals of what is reported of a party's trade
//
// What do the reported flows and contracts of a place or body, and of what is inside it, add up to
// by measure, reporter, valuation, currency and period, plans and services apart? What lies within
// another one is left out, of figures that disagree the one with the latest source is taken, and
// where flows overlap there is no total?
//
// Parameters
//   $entity (entity, widen) = Brest: the place or body, with all that is inside it
//   $good (good) = null: only this good or service
//   $joined (boolean) = false: add up periods too, from the first day to the last
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   measure: export, import or turnover, seen from Belarus; of contracts export or import contract
//   reporter: whose statistics a flow is taken from, where stated
//   valuation: how its goods are valued: fob or cif, where stated
//   currency: the sum's currency
//   plans: whether these are plans
//   first_day: the first day of the period, of contracts that of signing, none where it is open
//   last_day: its last day
//   qualifier: how exact the sum is
//   total: the sum, rounded to cents; none where flows overlap
//   total_max: its upper end, where an amount is a range
//   goods: the goods and services of the facts, none where one of them names none
//   covers: whose trade the figures are that it adds up, as pairs of names, sellers first; of a
//     document with many pairs the first alone, with which its sum stands; nobody else's is in it
//   added: the ids of the facts that it adds up
//   dates: the period of each of these, as written; the total has nothing of other days
//   overlapping: where there is no total, the ids of the facts that overlap and of what would be
//     added to them
//   held: the ids of the facts left out because another one holds them
//   contradicted: the ids of the facts left out because a later source says otherwise
MATCH (:Entity {id: $entity})<-[:LOCATED_IN|PART_OF*0..8]-(near)-[r:TRADE_FLOW|CONTRACT]-(:Entity)
WHERE $entity IN near.inside AND ($good IS NULL OR $good IN r.goods) /* filters r */
WITH DISTINCT r, [startNode(r), endNode(r)] AS ends ORDER BY r.id WHERE r.amount IS NOT NULL
WITH coalesce(r.measure, CASE ends[0].country + ends[1].country WHEN 'BYCN' THEN 'export '
       WHEN 'CNBY' THEN 'import ' ELSE '' END + 'contract') AS measure, r.reporter AS reporter,
     r.valuation AS valuation, r.currency AS currency, r.plan AS plans, min(r.date_start) AS
       first_day, max(r.date_end) AS last_day, CASE WHEN NOT $joined THEN [r.date_start,
       r.date_end] END AS days, [x IN coalesce(r.goods, []) WHERE x ENDS WITH 'services'] AS apart,
     // What an exchange trades may come from anywhere in its country, and go anywhere there.
     collect({id: r.id, held_by: coalesce(r.held_by, []), outdated_by: coalesce(r.outdated_by, []),
       parties: [n IN ends | CASE n.type WHEN 'exchange' THEN n.country + '*' ELSE n.id END],
       holders: [n IN ends | n.inside + [n.country + '*']], goods: coalesce(r.goods, []),
       who: coalesce(r.from_unnamed, ends[0].name) + ' – ' + coalesce(r.to_unnamed, ends[1].name),
       start: coalesce(r.date_start, '0000'), end: coalesce(r.date_end, '9999'), amount: r.amount,
       date: r.date, most: coalesce(r.amount_max, r.amount),
       how: coalesce(r.amount_qualifier, 'exact')}) AS taken
WITH *, [f IN taken WHERE none(g IN taken WHERE g.id IN f.held_by)] AS outermost
WITH *, [f IN outermost WHERE none(g IN outermost WHERE g.id IN f.outdated_by)] AS kept
WITH *, NOT measure ENDS WITH 'contract' AND any(f IN kept WHERE any(g IN kept WHERE f.id < g.id
       AND f.start <= g.end AND g.start <= f.end AND all(end IN [0, 1]
         WHERE f.parties[end] IN g.holders[end] OR g.parties[end] IN f.holders[end])
       AND (f.goods = [] OR g.goods = [] OR any(x IN f.goods WHERE x IN g.goods)))) AS overlaps
WITH *, [f IN kept WHERE NOT overlaps] AS added
RETURN measure, reporter, valuation, currency, plans, first_day, last_day,
       CASE WHEN all(f IN added WHERE f.how = added[0].how) THEN added[0].how WHEN all(f IN added
         WHERE f.how IN ['exact', 'over', 'at_least']) THEN 'over' WHEN all(f IN added WHERE f.how
         IN ['exact', 'almost', 'under', 'up_to']) THEN 'under' ELSE 'about' END AS qualifier,
       CASE WHEN added <> [] THEN round(reduce(n = 0.0, f IN added | n + f.amount), 2) END AS total,
       CASE WHEN any(f IN added WHERE f.most > f.amount) THEN round(reduce(n = 0.0, f IN added |
         n + f.most), 2) END AS total_max, CASE WHEN none(f IN kept WHERE f.goods = []) THEN
         reduce(goods = [], f IN kept | goods + [x IN f.goods WHERE NOT x IN goods]) END AS goods,
       reduce(pairs = [], f IN kept | pairs + [pair IN [f.who] WHERE NOT pair IN pairs]) AS covers,
       [f IN added | f.id] AS added, [f IN added | f.date] AS dates, [f IN kept WHERE overlaps |
         f.id] AS overlapping, [f IN taken WHERE NOT f IN outermost | f.id] AS held,
       [f IN outermost WHERE NOT f IN kept | f.id] AS contradicted
ORDER BY measure, reporter, valuation, currency, plans, first_day, last_day, goods LIMIT $limit
