"""The canned questions, the schema and the loading statements, as `.cypher` files. No logic."""
