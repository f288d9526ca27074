"""Network pictures: what is drawn, where it stands, how it looks, and the page or drawing that shows it."""

LAYOUTS = ("two-sides", "force", "path")

MOST_ENTITIES = 500
"""A picture of more is a ball of wool: beyond it the entities with the most facts are drawn."""
