"""Facts in: tables → validated graph → an engine, and the two engines, embedded and Neo4j. Also the datasets."""
