"""What goes wrong with questions. Kept apart from what reads them, which is slow to import."""

from bycn.graph_model.errors import BycnError, DataError
from bycn.loaders.engine import QueryError


class UnknownQuestion(BycnError):
    """There is no question of this name."""


class WrongParameter(BycnError):
    """A question got a parameter that it doesn't have, or a value that the parameter can't take."""


class UnknownTerm(BycnError):
    """No fact names this sector, good, unit, kind of document or passage."""


class SameEntity(BycnError):
    """How something is connected with itself was asked."""


class BadQuestion(DataError):
    """A question's file has no header in the fixed form, or one that doesn't fit its query."""


class QueryRefused(QueryError):
    """A question that isn't one, does more than read, or would be answered wrongly here."""
