// Growth of trade
//
// Which trade grew most or least, from which period to which, in the words of the source?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   growth: new ÷ old
//   growth_qualifier: how exact the growth is
//   growth_text: the growth in short
//   growth_base: the period compared with
//   date: when, as written
//   measure: what is measured
//   from: the end it is written from
//   to: the end it is written to
//   goods: goods or services
//   title: what the fact says
//   fact: the fact's id
//   sources: where it is told
MATCH (a:Entity)-[r:TRADE_FLOW]->(b:Entity)
WHERE r.growth IS NOT NULL /* filters r */
RETURN r.growth AS growth, r.growth_qualifier AS growth_qualifier, r.growth_text AS growth_text,
       r.growth_base AS growth_base, r.date AS date, r.measure AS measure, coalesce(r.from_unnamed, a.name) AS from,
       coalesce(r.to_unnamed, b.name) AS to, r.goods AS goods, r.title AS title, r.id AS fact, r.sources AS sources
ORDER BY growth DESC, fact
LIMIT $limit
