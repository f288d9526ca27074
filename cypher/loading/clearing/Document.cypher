// The Document nodes of $ids, emptied before they are written anew
UNWIND $ids AS id
MATCH (n:Document {id: id})
SET n = {id: id}
RETURN count(n) AS matched
