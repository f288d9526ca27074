// A load has come to its end; where it has $pruned, nothing of other datasets is left
MATCH (l:BycnLoad {id: 'bycn'})
SET l.complete = true,
    l.finished = toString(datetime()),
    l.alive = null,
    l.schema = $schema,
    l.version = $version,
    l.dataset = $dataset,
    l.datasets = CASE WHEN $pruned THEN $datasets ELSE l.datasets END,
    l.digest = $digest,
    l.entities = $entities,
    l.facts = $facts,
    l.sources = $sources,
    l.documents = $documents,
    l._bycn = $dataset,
    l._digest = $digest
RETURN count(l) AS finished
