// Twin places whose universities cooperate
//
// Between which twin places do universities cooperate as well, and by which facts?
//
// Parameters
//   $limit (integer) = 100: how many rows at the most
// Columns
//   from: the Belarusian twin
//   to: the Chinese twin
//   twinned: since when they are twins
//   university: the Belarusian university
//   partner: its partner
//   fact: the id of the fact between the universities
//   title: what the fact says
//   date: when, as written
//   sources: where it is told
MATCH (ours:University {country: 'BY'})-[r]-(theirs:Entity {country: 'CN', type: 'university'})
// Theirs by a property, for by two labels a Neo4j may try every pair.
WHERE r.trait IS NOT NULL /* filters r */
// Up from the facts between universities, which are fewer than the universities of all twins.
MATCH (theirs)-[:LOCATED_IN*1..6]->(b:Entity)
WITH DISTINCT ours, theirs, r, b
MATCH (ours)-[:LOCATED_IN*1..6]->(a:Entity)
WITH DISTINCT a, b, ours, theirs, r
MATCH (b)<-[t:TWINNED_WITH]-(a)
WITH a, b, ours, theirs, r, t
ORDER BY t.id
WITH a, b, ours, theirs, r, head(collect(t.date)) AS twinned
RETURN a.name AS from, b.name AS to, twinned, ours.name AS university, theirs.name AS partner, r.id AS fact,
       r.title AS title, r.date AS date, r.sources AS sources
ORDER BY from, to, university, partner, fact
LIMIT $limit
