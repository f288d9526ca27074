"""The library of canned questions: those of `cypher`, and those in a folder of the user's own."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bycn.graph_model.counting import counted
from bycn.graph_model.errors import Problem
from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.engine import Engine, public
from bycn.queries.answers import Answer
from bycn.queries.errors import BadQuestion, UnknownQuestion, WrongParameter
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.known_words import meant
from bycn.queries.remarks import Headless, NoRows, Remark, Within

if TYPE_CHECKING:
    from bycn.queries.question import Question


class Runnable(NamedTuple):
    """A question as an engine runs it, remarks on how names were taken, and what its ids stand for."""

    text: str
    values: dict[str, Any]
    remarks: list[Remark]
    names: dict[str, str]


SUBJECTS = {
    "connections": "who is tied to whom, how far apart, and who could be",
    "twinnings": "twin, sister and friendship ties of places",
    "agreements": "documents: who signed what, when, and for how long",
    "universities": "partners, joint institutes and programmes, students",
    "trade": "flows of goods, their growth and shares, contracts, totals",
    "exchange": "the commodity exchange BUTB: who trades there, and what",
    "investment": "projects made together, zones and their residents",
    "events": "visits, forums, exhibitions: who came, what was signed",
    "time": "what happened when, and what held on a day",
    "evidence": "who says so, how surely, and where sources disagree",
    "overview": "finding things, counts, the quality of the data",
    "browser": "pictures for Neo4j Browser, which draws what these return",
}
"""The folders of `cypher` that hold the questions, with what each is about."""

RENAMED = {
    "evidence/footnotes_most_used": "evidence/facts_by_source",
    "trade/by_period": "trade/of_party with alone=true",
    "time/as_of": "time/timeline with on=…",
    "connections/places_of_province": "connections/connections with to=oblast, city or district",
    "connections/all_paths": "connections/chains",
    "connections/shortest_paths": "connections/chains",
    "connections/neighbourhood": "connections/neighbours",
    "connections/reach": "connections/neighbours",
}
"""What questions were called before, with what asks the same now."""

OWN = "mine"
"""The subject of questions that lie in no folder of their own."""
DRAWN = "browser"
"""The subject whose questions return nodes and relationships: for Neo4j Browser alone."""
VARIABLE = "BYCN_QUERIES"
LISTED = ("name", "question", "parameters")


class Library:
    """The questions by name. A name is the file's path without its ending; its last part is enough where it is alone.

    `folder` holds questions of the user's own; without one, `BYCN_QUERIES` may name it. What can't be used of them is
    passed over and reported in `remarks`.
    """

    def __init__(self, folder: Path | None = None, *, own: bool = True):
        self._paths = dict(_shipped())
        self.remarks: list[Remark] = []
        if own and (named := folder or os.environ.get(VARIABLE)):
            self._paths |= dict(self._own(Path(named)))

    @classmethod
    def shipped(cls) -> "Library":
        """The shipped questions alone, whatever `BYCN_QUERIES` says."""
        return cls(own=False)

    def _own(self, folder: Path) -> Iterator[tuple[str, Path]]:
        found = sorted(path for path in folder.rglob("*") if path.suffix.casefold() == ".cypher")
        if not found:
            raise BadQuestion(
                [Problem(str(folder), 0, "-", "no questions here; name a folder that holds .cypher files")]
            )
        for path in found:
            name = path.relative_to(folder).with_suffix("").as_posix()
            if name in self._paths:
                self.remarks.append(f"{path} is passed over: a question '{name}' is shipped; name yours otherwise")
            else:
                yield name, path

    def names(self, subject: str | None = None) -> list[str]:
        """The names of all questions, or of those of a subject.

        Raises:
            UnknownQuestion: there is no such subject.

        """
        found = [name for name in self._paths if subject is None or _subject(name) == subject]
        if subject is not None and not found:
            raise UnknownQuestion(f"there is no subject '{subject}'{meant(subject, self.subjects())}")
        return found

    def subjects(self) -> dict[str, list[str]]:
        """The names of the questions by subject: the shipped ones first, then the folders of the user's own."""
        by_subject: dict[str, list[str]] = {subject: [] for subject in SUBJECTS}
        for name in self._paths:
            by_subject.setdefault(_subject(name), []).append(name)
        return by_subject

    def find(self, name: str) -> "Question":
        """The question of a name: blanks, hyphens and underscores are alike, and so are capitals and small letters.

        Raises:
            UnknownQuestion: there is none; the message lists names that look like it.
            BadQuestion: its header isn't in the form, or doesn't fit its query.

        """
        from bycn.queries.question import read_question

        name, path = self.file(name)
        return read_question(path, name, own=self.is_own(name))

    def file(self, name: str) -> tuple[str, Path]:
        """The whole name of a question, and its file.

        Raises:
            UnknownQuestion: there is none; the message lists names that look like it.

        """
        if name in self._paths:
            return name, self._paths[name]
        wanted = _alike(name.strip().removesuffix(".cypher"))
        matches = [known for known in self._paths if _alike(known) == wanted]
        matches = matches or [known for known in self._paths if _alike(known).rpartition("/")[2] == wanted]
        if len(matches) == 1:
            return matches[0], self._paths[matches[0]]
        renamed = (new for old, new in RENAMED.items() if wanted in (old, old.split("/")[1]))
        if not matches and (now := next(renamed, None)):
            raise UnknownQuestion(f"the question '{wanted}' is {now} now")
        raise UnknownQuestion(f"there is {_said(name.strip(), matches, self._paths)}")

    def is_own(self, name: str) -> bool:
        """Whether a question, by its whole name, is one of the user's own."""
        return not self._paths[name].is_relative_to(CYPHER)

    def __iter__(self) -> Iterator["Question"]:
        return self.readable(self._paths)

    def readable(self, names: Iterable[str]) -> Iterator["Question"]:
        """The questions of these names; `remarks` say which of the user's own are passed over, and why."""
        for name in names:
            try:
                yield self.find(name)
            except BadQuestion as error:
                if not self.is_own(name):
                    raise
                self.remarks.append(f"'{name}' is passed over: {error}")


def listed(library: Library, subject: str | None = None) -> Answer:
    """The questions of a library, or those of a subject, with what they ask and the parameters that they take."""
    rows = [
        (q.name, q.header.question, [p.name for p in q.header.parameters])
        for q in library.readable(library.names(subject))
    ]
    return Answer(LISTED, rows, library.remarks)


def subjects(library: Library) -> Answer:
    """The subjects of a library, with how many questions each has and what it is about."""
    rows = [(name, len(found), SUBJECTS.get(name, "your own")) for name, found in library.subjects().items()]
    return Answer(("subject", "questions", "about"), rows, library.remarks)


def ask(
    engine: Engine,
    name: str,
    params: Mapping[str, Any] | None = None,
    *,
    filters: Filters = NO_FILTERS,
    exact: bool = False,
    library: Library | None = None,
) -> Answer:
    """Ask a canned question: `ask(engine, "twinnings/of_place", {"entity": "Vitebsk"})`.

    Entities may be given by any name; a bare city name means its region where the question says so, unless `exact`.

    Raises:
        UnknownQuestion: there is no such question.
        WrongParameter: it doesn't take this parameter, this value, or filters.
        QueryRefused: it is the user's own, and the embedded engine would answer it wrongly.
        UnknownName: an entity isn't known.
        AmbiguousName: an entity's name means several.

    """
    library = library or Library()
    question = library.find(name)
    if question.name.startswith(f"{DRAWN}/"):
        raise WrongParameter(f"{question.name} is for Neo4j Browser: paste what queries show {question.name} prints")
    if library.is_own(question.name):
        from bycn.queries.embedded_faults import check_faults

        check_faults(engine, question.text)
    text, values, remarks, names = bound(engine, question, params or {}, filters=filters, exact=exact)
    if not question.has_header:
        from bycn.queries.read_only import run_query

        answer = run_query(engine, text, values)
        nothing = [] if answer.rows else [NoRows(())]
        return replace(answer, remarks=[*answer.remarks, Headless(question.name), *nothing])
    records = [
        {name: public(value) if isinstance(value, dict) else value for name, value in record.items()}
        for record in engine.run(text, values)
    ]
    if values.get("limit") == len(records):
        remarks.append(f"cut at {counted(len(records), 'row')}; a higher limit may show more")
    if filters != NO_FILTERS:
        remarks.append(Within(filters.in_words()))
    if not records:
        remarks.append(NoRows(tuple(names.values())))
    columns = tuple(column.name for column in question.header.columns)
    return replace(Answer.of(columns, records, remarks, engine=engine), filters=filters)


def bound(
    engine: Engine,
    question: "Question",
    params: Mapping[str, Any],
    *,
    filters: Filters = NO_FILTERS,
    exact: bool = False,
) -> Runnable:
    """What runs: the question's text with the filters in it, its values, and remarks on how names were taken.

    Raises:
        WrongParameter: a parameter, a value or a filter doesn't fit.

    """
    from bycn.queries.parameters import bind

    if filters != NO_FILTERS and not question.takes_filters:
        raise WrongParameter(f"{question.name} takes no filters")
    found = bind(engine, question.header, params, exact=exact)
    return Runnable(*filtered(question.text, filters, **found.values), found.remarks, found.names)


def _shipped() -> Iterator[tuple[str, Path]]:
    for subject in SUBJECTS:
        for path in sorted((CYPHER / subject).glob("*.cypher")):
            yield f"{subject}/{path.stem}", path


def _subject(name: str) -> str:
    return name.rpartition("/")[0] or OWN


def _alike(name: str) -> str:
    return re.sub(r"[-_\s]+", "_", name).casefold()


def _said(wanted: str, matches: list[str], known: Iterable[str]) -> str:
    from bycn.graph_model.names import suggest

    if matches:
        return f"more than one question '{wanted}'; name one of {', '.join(matches)}"
    by_last_part = {name.rsplit("/", 1)[-1]: name for name in known}
    alike = [by_last_part.get(name, name) for name in suggest(wanted.replace("/", " "), [*known, *by_last_part])]
    hint = f"did you mean {', '.join(dict.fromkeys(alike))}?" if alike else "queries list names them"
    return f"no question '{wanted}'; {hint}"
