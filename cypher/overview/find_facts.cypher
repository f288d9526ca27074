// Find a fact
//
// Which facts have a title, note or measure that contains a text, name it as a good or sector, or
// are for that much, plans last?
//
// Parameters
//   $text (text) = flax: the text
//   $terms (text, list) = null: goods and sectors that facts may name instead
//   $numbers (any, list) = none: what their amount or quantity may be instead
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   fact: the fact's id
//   title: what it says
//   type: its type
//   date: when, as written
//   amount_qualifier: how exact the sum is
//   amount: the sum of money
//   amount_max: its upper end, where it is a range
//   currency: the sum's currency
//   quantity_qualifier: how exact the quantity is
//   quantity: the count or measured quantity
//   quantity_max: its upper end, where it is a range
//   unit: the quantity's unit
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_base: the period compared with
//   status: how far it has come
MATCH (:Entity)-[r]->(:Entity)
WHERE r.trait IS NOT NULL /* filters r */
WITH r,
     [toLower(r.title), toLower(coalesce(r.note, '')), toLower(coalesce(r.measure, ''))] AS texts,
     coalesce(r.goods, []) + coalesce(r.sectors, []) AS terms, [r.amount, r.quantity] AS figures
WHERE any(words IN texts WHERE words CONTAINS toLower($text))
   OR any(term IN terms WHERE term IN $terms OR toLower(term) CONTAINS toLower($text))
   OR any(figure IN figures WHERE figure IN $numbers)
RETURN r.id AS fact, r.title AS title, type(r) AS type, r.date AS date,
       r.amount_qualifier AS amount_qualifier, r.amount AS amount, r.amount_max AS amount_max,
       r.currency AS currency, r.quantity_qualifier AS quantity_qualifier, r.quantity AS quantity,
       r.quantity_max AS quantity_max, r.unit AS unit, r.growth AS growth,
       r.growth_qualifier AS growth_qualifier, r.growth_base AS growth_base, r.status AS status
ORDER BY r.plan, r.placed_from, fact
LIMIT $limit
