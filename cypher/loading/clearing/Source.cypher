// The Source nodes of $ids, emptied before they are written anew
UNWIND $ids AS id
MATCH (n:Source {id: id})
SET n = {id: id}
RETURN count(n) AS matched
