"""The message for a user when something fails, and the exit code."""

from bycn.graph_model.counting import counted
from bycn.graph_model.errors import BycnError, DataError
from bycn.graph_model.folding import IN_UTF_8
from bycn.graph_model.messages import worded
from bycn.graph_model.names import AmbiguousName, UnknownName
from bycn.loaders.engine import ConnectionFailed, NotSendable
from bycn.loaders.own_data.correcting import UnknownFact
from bycn.output import NeedsFile
from bycn.pictures.forms import WrongEnding
from bycn.pictures.look import UnknownLook
from bycn.queries.answer_rows import UnknownColumn
from bycn.queries.errors import BadQuestion, QueryRefused, SameEntity, UnknownQuestion, UnknownTerm, WrongParameter
from bycn.queries.filters import UnknownWord
from bycn.queries.networks import TooManyFacts
from bycn.spelling import as_option

BAD_DATA, WRONG_USAGE, NOT_FOUND, NO_CONNECTION = 1, 2, 3, 4

_CODES: list[tuple[type[Exception], int]] = [
    (DataError, BAD_DATA),
    (UnknownWord, WRONG_USAGE),
    (UnknownQuestion, WRONG_USAGE),
    (WrongParameter, WRONG_USAGE),
    (SameEntity, WRONG_USAGE),
    (QueryRefused, WRONG_USAGE),
    (UnknownColumn, WRONG_USAGE),
    (NeedsFile, WRONG_USAGE),
    (TooManyFacts, WRONG_USAGE),
    (NotSendable, WRONG_USAGE),
    (UnicodeError, WRONG_USAGE),
    (WrongEnding, WRONG_USAGE),
    (UnknownLook, WRONG_USAGE),
    (UnknownName, NOT_FOUND),
    (UnknownTerm, NOT_FOUND),
    (AmbiguousName, NOT_FOUND),
    (UnknownFact, NOT_FOUND),
    (ConnectionFailed, NO_CONNECTION),
]


def exit_code(error: Exception) -> int:
    """1 for bad data and internal errors, 2 wrong usage, 3 names or terms not found or ambiguous, 4 no connection."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), BAD_DATA)


def explain(error: Exception) -> str:
    """The message for a user: what is wrong and what would be right."""
    if isinstance(error, BadQuestion):
        return f"a question can't be used\n{error}"
    if isinstance(error, DataError):
        count = len(error.problems) + error.more
        return f"{counted(count, 'problem')} in the tables; nothing was loaded\n{error}"
    if isinstance(error, BycnError):
        return worded(error, as_option)
    if isinstance(error, UnicodeError):  # never with its text, which may be a password
        return f"something you entered isn't text in UTF-8; {IN_UTF_8}"
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)
    if isinstance(error, RecursionError):
        return "lists or maps are nested too deeply to be read"
    if isinstance(error, MemoryError):
        return "there isn't enough memory for this; ask for less at once"
    return f"internal error: {type(error).__name__}: {error}; --debug shows where"
