// Reported trade by province
//
// What are Chinese provinces, with what lies inside them, reported to buy from Belarus and sell
// there in each period, plans apart?
//
// Parameters
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   province: the province
//   id: its id
//   measure: export, import or turnover, seen from Belarus; of contracts export or import contract
//   goods: the goods that it is of, none where it is of all; sums of contracts are over all theirs
//   reporter: whose statistics a flow is taken from, where stated
//   valuation: how its goods are valued: fob or cif, where stated
//   per: the currency or unit
//   first_day: the first day of the period, of contracts that of signing, none where it is open
//   last_day: its last day
//   total: the sum, rounded to cents; none where several flows of one period may overlap, and for
//     plans alone
//   qualifiers: how exact what it adds up is
//   covers: whose trade the figures are that it adds up, as pairs of names, sellers first; of a
//     document with many pairs the first alone, with which its sum stands; nobody else's is in it
//   facts: the ids of what it adds up, or would
//   contradicted: the ids of the facts left out because a later source says otherwise
//   planned_qualifiers: how exact what is planned, proposed or talked about is
//   planned: for how much each of these is
//   plans: their ids
MATCH (:Entity {country: 'BY'})-[r:TRADE_FLOW|CONTRACT]-(b:Entity {country: 'CN'})
WHERE r.trait = 'tie' /* filters r */
MATCH (place:Entity WHERE place.first_level AND place.id IN b.inside)
UNWIND [{per: r.currency, value: r.amount, most: r.amount_max, how: r.amount_qualifier},
        {per: r.unit, value: r.quantity, most: r.quantity_max, how: r.quantity_qualifier}] AS told
WITH r, told, place.name AS province, place.id AS id,
     coalesce(r.measure, CASE startNode(r).country + endNode(r).country WHEN 'BYCN'
       THEN 'export ' WHEN 'CNBY' THEN 'import ' ELSE '' END + 'contract') AS measure,
     CASE WHEN r.measure IS NULL AND told.per = r.currency THEN [] ELSE coalesce(r.goods, []) END
       AS goods
WHERE told.value IS NOT NULL AND NOT told.per IN ['%', 'rank']
ORDER BY r.id
WITH province, id, measure, goods, r.reporter AS reporter, r.valuation AS valuation,
     r.date_start AS first_day, r.date_end AS last_day, told.per AS per, collect({
       id: r.id, plan: r.plan, value: told.value, held_by: coalesce(r.held_by, []),
       who: coalesce(r.from_unnamed, startNode(r).name) + ' – ' +
         coalesce(r.to_unnamed, endNode(r).name),
       outdated_by: coalesce(r.outdated_by, []), qualifier: coalesce(
         CASE WHEN told.most > told.value THEN 'at_least' ELSE told.how END, 'exact')}) AS all
WITH *, [f IN all WHERE f.plan | f.id] AS plans, [f IN all WHERE NOT f.plan] AS firm
WITH *, [f IN firm WHERE none(g IN firm WHERE g.id IN f.held_by)] AS outermost
WITH *, [f IN outermost WHERE none(g IN outermost WHERE g.id IN f.outdated_by)] AS added
WITH *, [f IN added | f.id] AS facts, [f IN added | f.qualifier] AS qualifiers,
     CASE WHEN size(added) = 1 OR measure ENDS WITH 'contract' AND added <> []
     THEN round(reduce(sum = 0.0, f IN added | sum + f.value), 2) END AS total
WITH *, reduce(pairs = [], f IN CASE added WHEN [] THEN all ELSE added END |
     pairs + [pair IN [f.who] WHERE NOT pair IN pairs]) AS covers
RETURN province, id, measure, goods, reporter, valuation, per, first_day, last_day, total,
       qualifiers, covers, facts, [f IN outermost WHERE NOT f IN added | f.id] AS contradicted,
       [f IN all WHERE f.plan | f.qualifier] AS planned_qualifiers,
       [f IN all WHERE f.plan | f.value] AS planned, plans
ORDER BY per, coalesce(total, 0) DESC, province, id, measure, first_day, last_day, goods,
  reporter, valuation LIMIT $limit
