// A load begins, with $token; the one that began before it has to stop. How often has been written until now?
MERGE (l:BycnLoad {id: 'bycn'})
ON CREATE SET l.complete = false,
              l.schema = $schema,
              l.version = $version,
              l.writes = 0
SET l.token = $token
WITH l
SET l.started = toString(datetime())
RETURN l.writes AS writes
