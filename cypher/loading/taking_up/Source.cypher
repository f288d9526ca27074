// The Source nodes of $ids that were let go of are bycn's again
UNWIND $ids AS id
MATCH (n:ReleasedSource {id: id})
WITH id, head(collect(n)) AS n
REMOVE n:ReleasedSource
SET n:Source, n._bycn = ''
RETURN count(n) AS taken
