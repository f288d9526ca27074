"""A canned question, read from its file."""

from pathlib import Path
from typing import NamedTuple

from bycn.graph_model.errors import Problem
from bycn.queries.errors import BadQuestion
from bycn.queries.filters import MARK
from bycn.queries.header_checks import misfits
from bycn.queries.headers import Header, read_header


class Question(NamedTuple):
    """A canned question: its name, its header, and the text that runs, comments and all."""

    name: str
    header: Header
    text: str

    @property
    def takes_filters(self) -> bool:
        """Whether the common filters come in somewhere in its text."""
        return MARK.search(self.text) is not None


def read_question(path: Path, name: str, *, limited: bool = True) -> Question:
    """Read a question; a `limited` one must say how many rows it gives at the most.

    Raises:
        BadQuestion: its header hasn't the form, or doesn't fit the query; every problem with file and line.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuestion([Problem(str(path), 1, "-", f"can't be read as UTF-8 text: {error}")]) from error
    lines = text.splitlines()
    length = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = read_header([line[2:] for line in lines[:length]], str(path))
    if problems := list(misfits(header, lines, length, str(path), limited=limited)):
        raise BadQuestion(problems)
    return Question(name, header, text)
