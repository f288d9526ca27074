// A load has come to its end
MATCH (l:BycnLoad {id: 'bycn'})
SET l.complete = true,
    l.finished = toString(datetime()),
    l.schema = $schema,
    l.version = $version,
    l.dataset = $dataset,
    l.digest = $digest,
    l.entities = $entities,
    l.facts = $facts,
    l.sources = $sources,
    l.documents = $documents,
    l._bycn = $dataset,
    l._digest = $digest
RETURN count(l) AS finished
