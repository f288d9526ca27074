"""The common filters: which facts a question looks at. Every question that looks at facts takes them as parameters."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.errors import BycnError
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES, PLANS, STATUSES

FILTER_LINES = {
    "without_types": "NOT type(r) IN $without_types",
    "without_statuses": "NOT coalesce(r.status, 'none') IN $without_statuses",
    "sectors": "($sectors = [] OR any(sector IN r.sectors WHERE sector IN $sectors))",
    "between_from": "($between_from IS NULL OR r._placed_from <= $between_to AND r._placed_to >= $between_from)",
    "as_of_from": "($as_of_from IS NULL OR r._holds_from <= $as_of_to AND r._holds_to >= $as_of_from)",
}
"""The conditions by which a question takes the common filters, word for word, by a parameter that says if they do."""


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
    between: PartialDate | None = None
    as_of: PartialDate | None = None

    def parameters(self) -> dict[str, Any]:
        """The values of the parameters that stand in the filter lines of a question.

        Raises:
            UnknownWord: a type or status doesn't exist.

        """
        types = _known("relationship type", self.types, FACT_TYPE_NAMES)
        without_types = _known("relationship type", self.exclude, FACT_TYPE_NAMES)
        statuses = _known("status", self.statuses, STATUSES)
        return {
            "without_types": [t for t in FACT_TYPE_NAMES if t in without_types or (types and t not in types)],
            "without_statuses": [
                s for s in STATUSES if (statuses and s not in statuses) or (self.only_signed and s in PLANS)
            ],
            "sectors": list(self.sectors),
            "between_from": self.between.first if self.between else None,
            "between_to": self.between.last if self.between else None,
            "as_of_from": self.as_of.first if self.as_of else None,
            "as_of_to": self.as_of.last if self.as_of else None,
        }

    def in_words(self) -> str:
        """The filters as a phrase, empty when there are none."""
        words = [
            f"only {', '.join(self.types)}" if self.types else "",
            f"without {', '.join(self.exclude)}" if self.exclude else "",
            f"status {', '.join(self.statuses)}" if self.statuses else "",
            "without plans" if self.only_signed else "",
            f"sector {', '.join(self.sectors)}" if self.sectors else "",
            f"between {self.between.text.replace('/', ' and ')}" if self.between else "",
            f"as of {self.as_of.text}" if self.as_of else "",
        ]
        return "; ".join(filter(None, words))


def filtered(text: str, filters: Filters | None = None, /, **params: Any) -> tuple[str, dict[str, Any]]:
    """What an engine runs to ask a question of the facts that the filters keep: its text and all its values.

    Raises:
        UnknownWord: a type or status of the filters doesn't exist.

    """
    values = params | (filters or Filters()).parameters()
    return without_idle(text, values), values


def without_idle(text: str, values: Mapping[str, Any]) -> str:
    """A question without the filter lines that keep every fact, for they take half the time where facts are many."""
    for name, condition in FILTER_LINES.items():
        if not values.get(name):
            line = re.escape(condition)
            text = re.sub(rf"\s+AND {line}", "", text)
            text = re.sub(rf"WHERE {line}\s+AND\b", "WHERE", text)
            text = re.sub(rf"WHERE {line}", "WHERE true", text)  # `all(… WHERE …)` can't do without
    return text


def _known(what: str, words: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    by_key = {word.casefold(): word for word in known}
    found = [by_key.get(word.casefold().replace(" ", "_").replace("-", "_")) for word in words]
    for word, match in zip(words, found, strict=True):
        if match is None:
            raise UnknownWord(f"'{word}' is not a {what}; there are {', '.join(known)}")
    return [match for match in found if match]
