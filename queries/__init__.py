"""Questions and answers: the typed functions over the questions of `cypher`, and the algorithms that Cypher lacks."""
