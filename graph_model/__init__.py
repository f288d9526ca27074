"""What exists: entities, facts, sources, and the words that describe them. Imports nothing of ours."""
