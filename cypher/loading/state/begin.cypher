// A load of $datasets begins, with $token; the one that began before it has to stop. How often has been written until now?
MERGE (l:BycnLoad {id: 'bycn'})
ON CREATE SET l.complete = false,
              l.schema = $schema,
              l.version = $version,
              l.writes = 0
SET l.token = $token
WITH l, coalesce(l.datasets, split(l.dataset, '+'), []) AS before
SET l.started = toString(datetime()),
    l.alive = timestamp(),
    l.datasets = [name IN before WHERE NOT name IN $datasets] + $datasets
RETURN l.writes AS writes
