// The TRADE_FLOW facts of $ids removed
UNWIND $ids AS id
MATCH ()-[r:TRADE_FLOW {id: id}]->()
WHERE r._bycn IS NOT NULL
DELETE r
RETURN count(*) AS removed
