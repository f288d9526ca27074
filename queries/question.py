"""A canned question, read from its file."""

import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bycn.graph_model.errors import Problem
from bycn.loaders.bounded_reading import MOST_IN_QUESTION, content
from bycn.queries.cypher_tokens import tokens
from bycn.queries.errors import BadQuestion
from bycn.queries.filters import MARK
from bycn.queries.header_checks import misfits
from bycn.queries.headers import SECTIONS, Header, Parameter, read_header


class Question(NamedTuple):
    """A canned question: its name, its header, and the text that runs, comments and all.

    One without a header of ours (`has_header`) is named by its first comment or its file, and takes its parameters as
    they are typed.
    """

    name: str
    header: Header
    text: str
    has_header: bool = True

    @property
    def takes_filters(self) -> bool:
        """Whether the common filters come in somewhere in its text."""
        return MARK.search(self.text) is not None


def read_question(path: Path, name: str, *, limited: bool = True, own: bool = False) -> Question:
    """Read a question; a `limited` one must say how many rows it gives at the most. Only an `own` one needs no header.

    Raises:
        BadQuestion: its header isn't in the form, or doesn't fit the query; every problem with file and line.

    """
    try:
        text = content(path, MOST_IN_QUESTION).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise BadQuestion([Problem(str(path), 1, "-", f"can't be read: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise BadQuestion([Problem(str(path), 1, "-", "this isn't UTF-8 text; save it as UTF-8")]) from error
    lines = text.splitlines()
    length = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    comments = [line[2:] for line in lines[:length]]
    if own and not any(line.strip().casefold() in SECTIONS for line in comments):
        return Question(name, _found_header(comments, text, path), text, has_header=False)
    header = read_header(comments, str(path))
    if problems := list(misfits(header, lines, length, str(path), limited=limited)):
        raise BadQuestion(problems)
    return Question(name, header, text)


def _found_header(comments: list[str], text: str, path: Path) -> Header:
    """What a question without a header says of itself: a title, and the parameters of its text.

    One that follows `IN` or `UNWIND` is a list.
    """
    title = next((line.strip() for line in comments if line.strip()), re.sub(r"[-_]+", " ", path.stem))
    found = tokens(text)
    is_list: dict[str, bool] = {}
    for before, token in pairwise([None, *found]):
        if token and token.kind == "parameter":
            name = token.text[1:].strip("`")
            is_list[name] = is_list.get(name, False) or (before is not None and before.word in ("IN", "UNWIND"))
    parameters = tuple(
        Parameter.model_construct(
            name=name,
            type="any",
            modifier="list" if many else None,
            default="null",
            meaning=f"give {name}={'A|B' if many else '…'}",
        )
        for name, many in is_list.items()
    )
    return Header.model_construct(title=title, question=f"{title}?", parameters=parameters, columns=())
