"""What goes wrong with canned questions. Kept apart from what reads them, which is slow to import."""

from bycn.graph_model.errors import BycnError, DataError


class UnknownQuestion(BycnError):
    """There is no question of this name."""


class WrongParameter(BycnError):
    """A question got a parameter that it doesn't have, or a value that the parameter can't take."""


class BadQuestion(DataError):
    """A question's file has no header in the fixed form, or one that doesn't fit its query."""
