"""Answers as people read them on a terminal. Pipes and files get rows instead: `bycn.output`."""

_COMMANDS = ("between", "connections", "neighbours", "path", "show", "sources", "stats", "timeline", "trade")
FORMS = {name: f"bycn.answers.{name}" for name in _COMMANDS}
"""The commands whose answer has a form of its own, each with the module whose `fill` makes it."""
