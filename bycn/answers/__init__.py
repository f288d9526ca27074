"""Answers as people read them on a terminal. Pipes and files get rows instead: `bycn.output`."""

_COMMANDS = ("between", "connections", "neighbours", "path", "search", "show", "sources", "stats", "timeline", "trade")
_GROUPS = "bycn.answers.groups"
FORMS = {name: f"bycn.answers.{name}" for name in _COMMANDS} | {
    "bridges": _GROUPS,
    "central": _GROUPS,
    "communities": _GROUPS,
    "components": _GROUPS,
}
"""The commands whose answer has a form of its own, each with the module whose `fill` makes it."""

ITEMS = {
    "neighbours": ("neighbour", ("distance", "name", "id")),
    "path": ("way", ("path",)),
    "between": ("pair", ("pair",)),
}
"""What `--limit` counts where a form puts several rows together, and the columns by which they belong together."""
