// Wait until the index $name is ready, $seconds at the most
CALL db.awaitIndex($name, $seconds)
