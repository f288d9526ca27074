// Sources of a fact
//
// On which sources does a fact rest, and where can they be read?
//
// Parameters
//   $fact (fact) = c1-089: the fact, by its id, that of a row that reports it, or the end of one
//   $limit (integer 1..1000000000) = 1000: how many rows at the most
// Columns
//   source: the id of the source
//   number: its number as a footnote
//   author: who wrote it, where known
//   title: its title
//   year: when it was published
//   address: where it can be read
//   locator: where in the work that cites it, or that it is
MATCH ()-[r:ACCREDITED_AT|AGREEMENT|CONTRACT|COOPERATES_WITH|INDICATOR|JOINT_PROJECT|LOCATED_IN
  |MEMBER_OF|PART_OF|TOOK_PART_IN|TRADE_FLOW|TWINNED_WITH]->()
// The types bring their indexes; without them every fact would be looked at.
WHERE r.id = $fact OR $fact IN r.rows
// Of a fact that several works report, the locator is that of the one it has its id from.
UNWIND r.sources AS source
WITH source, r, split(r.id, '/')[0] = split(source, '/')[0] AS of_its_work
MATCH (s:Source {id: source})
RETURN source, s.number AS number, s.author AS author, s.title AS title, s.year AS year,
       s.address AS address, CASE WHEN of_its_work OR r.rows IS NULL THEN r.locator END AS locator
ORDER BY number, source
LIMIT $limit
