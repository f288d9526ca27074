"""Foreign tables: what people have, read and understood, and turned into tables of ours."""
