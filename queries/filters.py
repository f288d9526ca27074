"""The common filters: which facts a question looks at. Every question that looks at facts takes them as parameters."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.errors import BycnError
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES, PLANS, STATUSES
from bycn.queries.citing import Cited
from bycn.queries.known_words import from_list, meant

if TYPE_CHECKING:
    from bycn.queries.rows_left import RowsLeft

MARK = re.compile(r"/\* (?:filters|works) (\w+) \*/")
"""Behind a condition of a WHERE: here the filters of a fact, or those by works, come in under its variable's name; or
those by works of a source."""

_OF_WORKS = {
    "works": "any(_source IN {sources} WHERE any(_work IN $works"
    " WHERE _source = _work OR _source STARTS WITH _work + '/'))",
    "without_works": "any(_source IN {sources} WHERE none(_work IN $without_works"
    " WHERE _source = _work OR _source STARTS WITH _work + '/'))",
}
"""What the filters by works ask of sources: of those of a fact, and of those of each row that tells it. The names of
their variables are no question's: a variable of its own would be hidden by one of the same name."""
_CONDITIONS = {
    "without_types": "NOT type({r}) IN $without_types",
    "without_statuses": "NOT coalesce({r}.status, 'none') IN $without_statuses",
    "sectors": "any(_sector IN {r}.sectors WHERE _sector IN $sectors)",
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
    cited: tuple[Cited, ...] = ()
    """How the works are cited, where that is known."""

    def keep_source(self, source: str) -> bool:
        """Whether a fact that rests on this source alone (by id) is left by the filters by works."""

        def among(works: tuple[str, ...]) -> bool:
            return any(source == work or source.startswith(f"{work}/") for work in works)

        return (not self.works or among(self.works)) and not among(self.without_works)

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

    def options(self) -> list[str]:
        """The filters as they are typed behind a command.

        >>> Filters(types=("AGREEMENT",), sectors=("higher education",), works=("pages",)).options()
        ['--type AGREEMENT', '--sector "higher education"', '--source pages']
        """
        chosen = {
            "type": map(quoted, self.types),
            "exclude": map(quoted, self.exclude),
            "status": map(quoted, self.statuses),
            "sector": map(quoted, self.sectors),
            "source": map(quoted, self.works),
            "exclude-source": map(quoted, self.without_works),
            "only-signed": [""] if self.only_signed else [],
            "between": [self.between.text.replace("/", " ")] if self.between else [],
            "as-of": [self.as_of.text] if self.as_of else [],
        }
        return [f"--{name} {value}".rstrip() for name, values in chosen.items() for value in values]

    def cite(self, works: tuple[str, ...], say: Callable[[str], str] = str) -> list[str]:
        """Some of the works in the words of people, by their ids where it isn't known how they are cited."""
        said = {one.id: one.in_words(say) for one in self.cited}
        return [said.get(work, work) for work in works]

    def in_words(self) -> str:
        """The filters as a phrase, empty when there are none."""
        words = [
            f"only {', '.join(self.types)}" if self.types else "",
            f"without {', '.join(self.exclude)}" if self.exclude else "",
            f"status {', '.join(self.statuses)}" if self.statuses else "",
            "without plans" if self.only_signed else "",
            f"sector {', '.join(self.sectors)}" if self.sectors else "",
            f"from {' and '.join(self.cite(self.works))}" if self.works else "",
            f"not from {' and '.join(self.cite(self.without_works))}" if self.without_works else "",
            f"between {self.between.text.replace('/', ' and ')}" if self.between else "",
            f"as of {self.as_of.text}" if self.as_of else "",
        ]
        return "; ".join(filter(None, words))


NO_FILTERS = Filters()
"""All facts."""


def filtered(text: str, filters: Filters = NO_FILTERS, /, **params: Any) -> tuple[str, dict[str, Any]]:
    """What an engine runs to ask a question of the facts that the filters keep: its text and all its values.

    Where works are named, a fact says what those of its rows say that are left.

    Raises:
        UnknownWord: a type or status of the filters doesn't exist.

    """
    values = filters.parameters()
    of_works = [condition for name, condition in _OF_WORKS.items() if name in values]
    left = _rows_left(text, of_works) if of_works else {}

    def written(mark: re.Match[str]) -> str:
        variable = mark[1]
        asked = [c for name, c in _CONDITIONS.items() if name in values and "filters" in mark[0]]
        conditions = [condition.format(r=variable) for condition in asked]
        if is_source(variable, text):
            conditions = [condition.format(sources=f"[{variable}.id]") for condition in of_works]
        elif variable in left:
            conditions = [*left[variable].there(), *map(left[variable].read, conditions)]
        return " ".join(f"AND {condition}" for condition in conditions)

    asked = text
    for rows in left.values():
        asked = rows.read(asked)
    return re.sub(rf" ?{MARK.pattern}", lambda mark: f" {written(mark)}".rstrip(), asked), params | values


def _rows_left(text: str, of_works: list[str]) -> "dict[str, RowsLeft]":
    """What is left of each fact of a question. The model is imported here: most answers don't need it."""
    from bycn.queries.rows_left import RowsLeft

    return {name: RowsLeft(name, of_works) for name in MARK.findall(text) if not is_source(name, text)}


def quoted(word: str) -> str:
    """A word as it is typed behind a command."""
    return f'"{word}"' if " " in word else word


def is_source(variable: str, text: str) -> bool:
    """Whether a variable of a question is a source, not a fact."""
    return re.search(rf"\(\s*{variable}\s*:\s*Source\b", text) is not None


FILTER_PARAMETERS = frozenset({*_CONDITIONS, *_OF_WORKS, "between_to", "as_of_to"})
"""The parameters of the query that filters give values to."""


def _known(what: str, words: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    found = [from_list(word, known) for word in words]
    for word, match in zip(words, found, strict=True):
        if match is None:
            raise UnknownWord(f"'{word}' is not a {what}{meant(word, known)}")
    return [match for match in found if match]
