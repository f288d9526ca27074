// Wait until every index is ready, $seconds at the most
CALL db.awaitIndexes($seconds)
