// Series of a party
//
// What did a country, place or body itself sell and buy, or turn over, with whom, of what and by
// whose statistics in each period, exports alongside imports, plans apart?
//
// Parameters
//   $entity (entity, widen) = Minsk Region: the country, place or body, without what is inside it
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   partner: who with, in our words where the sources name nobody
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
//   facts: the ids of what it adds up, or would
//   contradicted: the ids of the facts left out because a later source says otherwise
//   planned_qualifiers: how exact what is planned, proposed or talked about is
//   planned: for how much each of these is
//   plans: their ids
MATCH (:Entity {id: $entity})-[r:TRADE_FLOW|CONTRACT]-(b:Entity)
WHERE r.trait = 'tie' /* filters r */
UNWIND [{per: r.currency, value: r.amount, most: r.amount_max, how: r.amount_qualifier},
        {per: r.unit, value: r.quantity, most: r.quantity_max, how: r.quantity_qualifier}] AS told
WITH r, told, b, coalesce(r.measure, CASE startNode(r).country + endNode(r).country
       WHEN 'BYCN' THEN 'export ' WHEN 'CNBY' THEN 'import ' ELSE '' END + 'contract') AS measure,
     CASE WHEN r.measure IS NULL AND told.per = r.currency THEN [] ELSE coalesce(r.goods, []) END
       AS goods
WHERE told.value IS NOT NULL AND NOT told.per IN ['%', 'rank']
ORDER BY r.id
WITH b.id AS id, b.name AS name, measure, goods, r.reporter AS reporter, r.valuation AS valuation,
     r.date_start AS first_day, r.date_end AS last_day, told.per AS per, collect({
       id: r.id, plan: r.plan, value: told.value, held_by: coalesce(r.held_by, []), who: coalesce(
         CASE $entity WHEN startNode(r).id THEN r.to_unnamed ELSE r.from_unnamed END, b.name),
       outdated_by: coalesce(r.outdated_by, []), qualifier: coalesce(
         CASE WHEN told.most > told.value THEN 'at_least' ELSE told.how END, 'exact')}) AS all
WITH *, [f IN all WHERE f.plan | f.id] AS plans, [f IN all WHERE NOT f.plan] AS firm
WITH *, [f IN firm WHERE none(g IN firm WHERE g.id IN f.held_by)] AS outermost
WITH *, [f IN outermost WHERE none(g IN outermost WHERE g.id IN f.outdated_by)] AS added
WITH *, [f IN added | f.id] AS facts, [f IN added | f.qualifier] AS qualifiers,
     CASE WHEN size(added) = 1 OR measure ENDS WITH 'contract' AND added <> []
     THEN round(reduce(sum = 0.0, f IN added | sum + f.value), 2) END AS total,
     [f IN CASE added WHEN [] THEN all ELSE added END | f.who] AS parties
RETURN CASE WHEN all(w IN parties WHERE w = parties[0]) THEN parties[0] ELSE name END AS partner,
       measure, goods, reporter, valuation, per, first_day, last_day, total, qualifiers,
       facts, [f IN outermost WHERE NOT f IN added | f.id] AS contradicted,
       [f IN all WHERE f.plan | f.qualifier] AS planned_qualifiers,
       [f IN all WHERE f.plan | f.value] AS planned, plans
ORDER BY per, name, partner, first_day, last_day, measure, goods, reporter, valuation
LIMIT $limit
