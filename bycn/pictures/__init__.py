"""Network pictures: what is drawn, where it stands, how it looks, and the page or drawing that shows it."""

LAYOUTS = ("two-sides", "force", "path")
SIZES, COLOURS = ("facts", "degree", "betweenness"), ("country", "community")
"""What the size and the colour of nodes may say, unless values by id are given."""

MOST_ENTITIES = 500
"""A picture of more is a ball of wool: beyond it the entities with the most facts are drawn."""
