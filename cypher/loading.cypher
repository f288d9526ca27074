// What a load runs, made from the model for those who want to read it or to run a part of it by hand.
// First the constraints; then what is there already is looked up and compared, and only what differs is written:
// nodes, then facts, in batches ($rows); what the tables no longer hold is removed ($ids).
// The files of cypher/loading say that a load is under way, so that two of them don't get in each other's way.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT twinned_with_id IF NOT EXISTS FOR ()-[r:TWINNED_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT agreement_id IF NOT EXISTS FOR ()-[r:AGREEMENT]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT contract_id IF NOT EXISTS FOR ()-[r:CONTRACT]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT trade_flow_id IF NOT EXISTS FOR ()-[r:TRADE_FLOW]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT accredited_at_id IF NOT EXISTS FOR ()-[r:ACCREDITED_AT]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT joint_project_id IF NOT EXISTS FOR ()-[r:JOINT_PROJECT]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT cooperates_with_id IF NOT EXISTS FOR ()-[r:COOPERATES_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT took_part_in_id IF NOT EXISTS FOR ()-[r:TOOK_PART_IN]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT member_of_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT part_of_id IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT located_in_id IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT indicator_id IF NOT EXISTS FOR ()-[r:INDICATOR]-() REQUIRE r.id IS UNIQUE;

// The labels and relationship types that are there at all
UNWIND [
  ['Source', COUNT { (:Source) }],
  ['Document', COUNT { (:Document) }],
  ['Entity', COUNT { (:Entity) }],
  ['TWINNED_WITH', COUNT { ()-[:TWINNED_WITH]->() }],
  ['AGREEMENT', COUNT { ()-[:AGREEMENT]->() }],
  ['CONTRACT', COUNT { ()-[:CONTRACT]->() }],
  ['TRADE_FLOW', COUNT { ()-[:TRADE_FLOW]->() }],
  ['ACCREDITED_AT', COUNT { ()-[:ACCREDITED_AT]->() }],
  ['JOINT_PROJECT', COUNT { ()-[:JOINT_PROJECT]->() }],
  ['COOPERATES_WITH', COUNT { ()-[:COOPERATES_WITH]->() }],
  ['TOOK_PART_IN', COUNT { ()-[:TOOK_PART_IN]->() }],
  ['MEMBER_OF', COUNT { ()-[:MEMBER_OF]->() }],
  ['PART_OF', COUNT { ()-[:PART_OF]->() }],
  ['LOCATED_IN', COUNT { ()-[:LOCATED_IN]->() }],
  ['INDICATOR', COUNT { ()-[:INDICATOR]->() }]
] AS kind
WITH kind
WHERE kind[1] > 0
RETURN kind[0] AS name;

// The nodes that an earlier load let go of
MATCH (n:ReleasedSource|ReleasedDocument|ReleasedEntity)
WHERE n.id IS :: STRING NOT NULL
RETURN CASE WHEN n:ReleasedSource THEN 'Source' WHEN n:ReleasedDocument THEN 'Document' WHEN n:ReleasedEntity THEN 'Entity' END AS name, n.id AS id;

// Every node with all that it holds
MATCH (n:Source|Document|Entity)
WHERE n.id IS :: STRING NOT NULL
RETURN CASE WHEN n:Source THEN 'Source' WHEN n:Document THEN 'Document' ELSE 'Entity' END AS key, labels(n) AS labels, properties(n) AS properties;

// Every fact with all that it holds
MATCH (a)-[r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH|TOOK_PART_IN|MEMBER_OF|PART_OF|LOCATED_IN|INDICATOR]->(b)
WHERE r.id IS :: STRING NOT NULL
RETURN type(r) AS key, a.id AS from, b.id AS to, properties(r) AS properties;

// New Source nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Source)
SET n = row[1]
RETURN count(n) AS matched;

// Source nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Source {id: row[0]})
SET n = row[1]
RETURN count(n) AS matched;

// New Document nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Document)
SET n = row[1]
RETURN count(n) AS matched;

// Document nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Document {id: row[0]})
SET n = row[1]
RETURN count(n) AS matched;

// New Country nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Country)
SET n = row[1]
RETURN count(n) AS matched;

// Country nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:Country
REMOVE n:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New Oblast nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Oblast)
SET n = row[1]
RETURN count(n) AS matched;

// Oblast nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:Oblast
REMOVE n:Country:Province:City:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New Province nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Province)
SET n = row[1]
RETURN count(n) AS matched;

// Province nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:Province
REMOVE n:Country:Oblast:City:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New City nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:City)
SET n = row[1]
RETURN count(n) AS matched;

// City nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:City
REMOVE n:Country:Oblast:Province:District:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New District nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:District)
SET n = row[1]
RETURN count(n) AS matched;

// District nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:District
REMOVE n:Country:Oblast:Province:City:University:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New University nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:University)
SET n = row[1]
RETURN count(n) AS matched;

// University nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:University
REMOVE n:Country:Oblast:Province:City:District:Company:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New Company nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Company)
SET n = row[1]
RETURN count(n) AS matched;

// Company nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:Company
REMOVE n:Country:Oblast:Province:City:District:University:Exchange:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New Exchange nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Exchange)
SET n = row[1]
RETURN count(n) AS matched;

// Exchange nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:Exchange
REMOVE n:Country:Oblast:Province:City:District:University:Company:EconomicZone:Institution:Event
RETURN count(n) AS matched;

// New EconomicZone nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:EconomicZone)
SET n = row[1]
RETURN count(n) AS matched;

// EconomicZone nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:EconomicZone
REMOVE n:Country:Oblast:Province:City:District:University:Company:Exchange:Institution:Event
RETURN count(n) AS matched;

// New Institution nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Institution)
SET n = row[1]
RETURN count(n) AS matched;

// Institution nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:Institution
REMOVE n:Country:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Event
RETURN count(n) AS matched;

// New Event nodes from $rows: id, properties
UNWIND $rows AS row
CREATE (n:Entity:Event)
SET n = row[1]
RETURN count(n) AS matched;

// Event nodes that are there already, as $rows have them: id, properties
UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n = row[1],
    n:Event
REMOVE n:Country:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Institution
RETURN count(n) AS matched;

// The ids of Source nodes after $after, at most $limit, with their digests; none: not of bycn
MATCH (n:Source)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN collect([n.id, CASE WHEN n._bycn IS NOT NULL THEN coalesce(n._digest, '') END]) AS found;

// The Source nodes of $ids that hang on foreign relationships are bycn's no longer
UNWIND $ids AS id
MATCH (n:Source {id: id})
WHERE n._bycn IS NOT NULL AND EXISTS { (n)--() }
REMOVE n:Source, n._bycn, n._digest
SET n:ReleasedSource
RETURN id
ORDER BY id;

// The Source nodes of $ids that were let go of are bycn's again
UNWIND $ids AS id
MATCH (n:ReleasedSource {id: id})
WITH id, head(collect(n)) AS n
REMOVE n:ReleasedSource
SET n:Source, n._bycn = ''
RETURN count(n) AS taken;

// The Source nodes of $ids removed
UNWIND $ids AS id
MATCH (n:Source {id: id})
WHERE n._bycn IS NOT NULL
DELETE n
RETURN count(*) AS removed;

// The ids of Document nodes after $after, at most $limit, with their digests; none: not of bycn
MATCH (n:Document)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN collect([n.id, CASE WHEN n._bycn IS NOT NULL THEN coalesce(n._digest, '') END]) AS found;

// The Document nodes of $ids that hang on foreign relationships are bycn's no longer
UNWIND $ids AS id
MATCH (n:Document {id: id})
WHERE n._bycn IS NOT NULL AND EXISTS { (n)--() }
REMOVE n:Document, n._bycn, n._digest
SET n:ReleasedDocument
RETURN id
ORDER BY id;

// The Document nodes of $ids that were let go of are bycn's again
UNWIND $ids AS id
MATCH (n:ReleasedDocument {id: id})
WITH id, head(collect(n)) AS n
REMOVE n:ReleasedDocument
SET n:Document, n._bycn = ''
RETURN count(n) AS taken;

// The Document nodes of $ids removed
UNWIND $ids AS id
MATCH (n:Document {id: id})
WHERE n._bycn IS NOT NULL
DELETE n
RETURN count(*) AS removed;

// The ids of Entity nodes after $after, at most $limit, with their digests; none: not of bycn
MATCH (n:Entity)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT $limit
RETURN collect([n.id, CASE WHEN n._bycn IS NOT NULL THEN coalesce(n._digest, '') END]) AS found;

// The Entity nodes of $ids that hang on foreign relationships are bycn's no longer
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n._bycn IS NOT NULL AND EXISTS { (n)--() }
REMOVE n:Entity:Country:Oblast:Province:City:District:University:Company:Exchange:EconomicZone:Institution:Event, n._keys, n._text, n._ends, n._bycn, n._digest
SET n:ReleasedEntity
RETURN id
ORDER BY id;

// The Entity nodes of $ids that were let go of are bycn's again
UNWIND $ids AS id
MATCH (n:ReleasedEntity {id: id})
WITH id, head(collect(n)) AS n
REMOVE n:ReleasedEntity
SET n:Entity, n._bycn = ''
RETURN count(n) AS taken;

// The Entity nodes of $ids removed
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n._bycn IS NOT NULL
DELETE n
RETURN count(*) AS removed;

// New TWINNED_WITH facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:TWINNED_WITH]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of TWINNED_WITH facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:TWINNED_WITH]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The TWINNED_WITH facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:TWINNED_WITH {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New AGREEMENT facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:AGREEMENT]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of AGREEMENT facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:AGREEMENT]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The AGREEMENT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:AGREEMENT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New CONTRACT facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:CONTRACT]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of CONTRACT facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:CONTRACT]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The CONTRACT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:CONTRACT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New TRADE_FLOW facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:TRADE_FLOW]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of TRADE_FLOW facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:TRADE_FLOW]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The TRADE_FLOW facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:TRADE_FLOW {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New ACCREDITED_AT facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:ACCREDITED_AT]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of ACCREDITED_AT facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:ACCREDITED_AT]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The ACCREDITED_AT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:ACCREDITED_AT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New JOINT_PROJECT facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:JOINT_PROJECT]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of JOINT_PROJECT facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:JOINT_PROJECT]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The JOINT_PROJECT facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:JOINT_PROJECT {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New COOPERATES_WITH facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:COOPERATES_WITH]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of COOPERATES_WITH facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:COOPERATES_WITH]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The COOPERATES_WITH facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:COOPERATES_WITH {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New TOOK_PART_IN facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:TOOK_PART_IN]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of TOOK_PART_IN facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:TOOK_PART_IN]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The TOOK_PART_IN facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:TOOK_PART_IN {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New MEMBER_OF facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:MEMBER_OF]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of MEMBER_OF facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:MEMBER_OF]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The MEMBER_OF facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:MEMBER_OF {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New PART_OF facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:PART_OF]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of PART_OF facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:PART_OF]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The PART_OF facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:PART_OF {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New LOCATED_IN facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:LOCATED_IN]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of LOCATED_IN facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:LOCATED_IN]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The LOCATED_IN facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:LOCATED_IN {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// New INDICATOR facts from $rows: from, to, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[r:INDICATOR]->(b)
SET r = row[2]
RETURN count(r) AS matched;

// The ids of INDICATOR facts after $after, at most $limit, with their digests; none: not of bycn
MATCH ()-[r:INDICATOR]->()
WHERE r.id > $after
WITH r
ORDER BY r.id
LIMIT $limit
RETURN collect([r.id, CASE WHEN r._bycn IS NOT NULL THEN coalesce(r._digest, '') END]) AS found;

// The INDICATOR facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:INDICATOR {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed;

// Up to $limit facts of types that the model has no longer, removed
MATCH (:Entity)-[r]->(:Entity)
WHERE r._bycn IS NOT NULL AND NOT r:TWINNED_WITH|AGREEMENT|CONTRACT|TRADE_FLOW|ACCREDITED_AT|JOINT_PROJECT|COOPERATES_WITH|TOOK_PART_IN|MEMBER_OF|PART_OF|LOCATED_IN|INDICATOR
WITH r
LIMIT $limit
DELETE r
RETURN count(*) AS removed;
