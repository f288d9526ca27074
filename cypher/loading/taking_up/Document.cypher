// The Document nodes of $ids that were let go of are bycn's again
UNWIND $ids AS id
MATCH (n:ReleasedDocument {id: id})
WITH id, head(collect(n)) AS n
REMOVE n:ReleasedDocument
SET n:Document, n._bycn = ''
RETURN count(n) AS taken
