// A load of $datasets begins, with $token; the one that began before it has to stop. How often has been written until now?
MERGE (l:BycnLoad {id: 'bycn'})
ON CREATE SET l.complete = false,
              l.schema = $schema,
              l.version = $version,
              l.writes = 0
SET l.token = $token,
    l.writes = coalesce(toIntegerOrNull(l.writes), 0)
WITH l,
     CASE WHEN l.datasets IS :: LIST<STRING NOT NULL> NOT NULL THEN l.datasets
          WHEN l.dataset IS :: STRING NOT NULL THEN split(l.dataset, '+')
          ELSE []
     END AS before
SET l.started = toString(datetime()),
    l.alive = timestamp(),
    l.datasets = [name IN before WHERE NOT name IN $datasets] + $datasets
RETURN l.writes AS writes
