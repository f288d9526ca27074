"""The common filters: which facts a question looks at. Every question that looks at facts takes them as parameters."""

import re
from typing import Any, NamedTuple

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.errors import BycnError
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES, PLANS, ROW_SEPARATOR, ROW_TIMES, ROW_WORDS, STATUSES
from bycn.queries.known_words import from_list, meant

MARK = re.compile(r"/\* (?:filters|works) (\w+) \*/")
"""Behind a condition of a WHERE: here the filters of a fact, or those by works, come in under its variable's name."""

_OF_WORKS = {
    "works": "any(_source IN {sources} WHERE any(_work IN $works"
    " WHERE _source = _work OR _source STARTS WITH _work + '/'))",
    "without_works": "NOT all(_source IN {sources} WHERE any(_work IN $without_works"
    " WHERE _source = _work OR _source STARTS WITH _work + '/'))",
}
"""What the filters by works ask of sources: of those of a fact, and of those of each row that tells it. The names of
their variables are no question's: a variable of its own would be hidden by one of the same name."""
_CONDITIONS = {
    "without_types": "NOT type({r}) IN $without_types",
    "without_statuses": "NOT coalesce({r}.status, 'none') IN $without_statuses",
    "sectors": "any(_sector IN {r}.sectors WHERE _sector IN $sectors)",
    **{name: condition.format(sources="{r}.sources") for name, condition in _OF_WORKS.items()},
    "between_from": "{r}.placed_from <= $between_to AND {r}.placed_to >= $between_from",
    "as_of_from": "{r}.holds_from <= $as_of_to AND {r}.holds_to >= $as_of_from",
}
"""What a filter asks of a fact, by the parameter that says whether it is set."""


class UnknownWord(BycnError):
    """A filter names a type or status that doesn't exist."""


class Filters(NamedTuple):
    """Which facts a question looks at; without any, all of them.

    `between` keeps facts placed in a period; `as_of` keeps what held on a day (or on any day of a month or year).
    """

    types: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    only_signed: bool = False
    sectors: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    without_works: tuple[str, ...] = ()
    between: PartialDate | None = None
    as_of: PartialDate | None = None

    def of_works(self) -> "Filters":
        """The filters by works alone: they change what a fact says, the others only whether it is there."""
        return Filters(works=self.works, without_works=self.without_works)

    def parameters(self) -> dict[str, Any]:
        """The values that the conditions of the filters take, of those that are set.

        Raises:
            UnknownWord: a type or status doesn't exist.

        """
        types = _known("type of fact", self.types, FACT_TYPE_NAMES)
        without_types = _known("type of fact", self.exclude, FACT_TYPE_NAMES)
        statuses = _known("status", self.statuses, STATUSES)
        values = {
            "without_types": [t for t in FACT_TYPE_NAMES if t in without_types or (types and t not in types)],
            "without_statuses": [
                s for s in STATUSES if (statuses and s not in statuses) or (self.only_signed and s in PLANS)
            ],
            "sectors": list(self.sectors),
            "works": list(self.works),
            "without_works": list(self.without_works),
            "between_from": self.between.first if self.between else None,
            "between_to": self.between.last if self.between else None,
            "as_of_from": self.as_of.first if self.as_of else None,
            "as_of_to": self.as_of.last if self.as_of else None,
        }
        return {name: value for name, value in values.items() if value}

    def in_words(self) -> str:
        """The filters as a phrase, empty when there are none."""
        words = [
            f"only {', '.join(self.types)}" if self.types else "",
            f"without {', '.join(self.exclude)}" if self.exclude else "",
            f"status {', '.join(self.statuses)}" if self.statuses else "",
            "without plans" if self.only_signed else "",
            f"sector {', '.join(self.sectors)}" if self.sectors else "",
            f"from {', '.join(self.works)}" if self.works else "",
            f"not from {', '.join(self.without_works)}" if self.without_works else "",
            f"between {self.between.text.replace('/', ' and ')}" if self.between else "",
            f"as of {self.as_of.text}" if self.as_of else "",
        ]
        return "; ".join(filter(None, words))


def filtered(text: str, filters: Filters | None = None, /, **params: Any) -> tuple[str, dict[str, Any]]:
    """What an engine runs to ask a question of the facts that the filters keep: its text and all its values.

    Where works are named, a fact has the date, status, instrument, sectors and sources of its rows that are left.

    Raises:
        UnknownWord: a type or status of the filters doesn't exist.

    """
    values = (filters or Filters()).parameters()

    def written(mark: re.Match[str]) -> str:
        asked = [name for name in _CONDITIONS if name in values and (name in _OF_WORKS or "filters" in mark[0])]
        return " ".join(f"AND {_CONDITIONS[name].format(r=mark[1])}" for name in asked)

    asked = re.sub(rf" ?{MARK.pattern}", lambda mark: f" {written(mark)}".rstrip(), text)
    of_works = [condition for name, condition in _OF_WORKS.items() if name in values]
    if of_works:
        for variable in set(MARK.findall(text)):
            asked = _by_rows_left(asked, variable, " AND ".join(of_works))
    return asked, params | values


def _by_rows_left(text: str, variable: str, condition: str) -> str:
    """A question that reads off those of a fact's rows that meet a condition what they say of it; its header stays."""
    cells = (*ROW_TIMES, *ROW_WORDS)
    parts = f"split(_row, '{ROW_SEPARATOR}')"
    sources = f"split({parts}[{len(cells)}], ' ')"
    kept = condition.format(sources=sources)
    rows = f"[_row IN {variable}._rows WHERE {kept}"
    whole = f"CASE WHEN all(_row IN coalesce({variable}._rows, []) WHERE {kept}) THEN {variable}"
    said = {
        name: f"{whole}.{name} ELSE head([_cell IN {rows} | {parts}[{place}]]{first} WHERE _cell <> '']) END"
        for place, name in enumerate(cells)
        for first in ("[..1]" if name in ROW_TIMES else "",)
    }
    said["sectors"] = (
        f"{whole}.sectors ELSE [_word IN {variable}.sectors"
        f" WHERE any(_row IN {rows}] WHERE _word IN {parts}[{len(cells) + 1}..])] END"
    )
    said["sources"] = (
        f"{whole}.sources ELSE [_word IN {variable}.sources WHERE any(_row IN {rows}] WHERE _word IN {sources})] END"
    )
    said["dated_by"] = f"{whole}.dated_by ELSE head({rows} | {sources}]) END"
    # The embedded engine doesn't look into a CASE for variables, and would try a condition before they have a value:
    # a property that no fact has names this one.
    said = {name: f"coalesce({value}, {variable}._text)" for name, value in said.items()}
    every = f"{variable} {{.*, {', '.join(f'{name}: {value}' for name, value in said.items())}}}"
    reading = re.compile(rf"^//.*|\bproperties\({variable}\)|\b{variable}\.({'|'.join(said)})\b", re.MULTILINE)

    def written(found: re.Match[str]) -> str:
        if found[0].startswith("//"):
            return found[0]
        return said[found[1]] if found[1] else every

    return reading.sub(written, text)


FILTER_PARAMETERS = frozenset({*_CONDITIONS, "between_to", "as_of_to"})
"""The parameters of the query that filters give values to."""


def _known(what: str, words: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    found = [from_list(word, known) for word in words]
    for word, match in zip(words, found, strict=True):
        if match is None:
            raise UnknownWord(f"'{word}' is not a {what}{meant(word, known)}")
    return [match for match in found if match]
