"""Neo4j: the connection, the engine that answers questions from it, and the load that fills it."""
