"""In what two graphs differ: records added, removed and changed, cell by cell."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from bycn.graph_model.entities import Entity
from bycn.graph_model.facts import Fact
from bycn.graph_model.fields import columns
from bycn.graph_model.graph import Element, Graph
from bycn.graph_model.vocabulary import LIST_SEPARATOR


class Difference(NamedTuple):
    """A record that only one graph has (then `before` or `after` is its title), or a cell that changed."""

    change: str
    what: str
    id: str
    column: str | None
    before: str | None
    after: str | None


def differences(before: Graph, after: Graph) -> Iterator[Difference]:
    """Every difference, by kind of record, then by id.

    A fact that supersedes another is that one, changed: its cells are shown side by side, the `id` among them.
    """
    yield from _compare("source", before.sources, after.sources, lambda record: record.id)
    yield from _compare("document", before.documents, after.documents, lambda record: record.id)
    yield from _compare("entity", before.entities, after.entities, lambda record: record.id)
    corrected = {
        fact.id: fact.supersedes
        for fact in after.facts.values()
        if fact.supersedes in before.facts and fact.supersedes not in after.facts and fact.id not in before.facts
    }
    yield from _compare("fact", before.facts, after.facts, lambda record: corrected.get(record.id) or record.id)


def cells(record: Element) -> dict[str, str]:
    """A record's cells by column, as a table would hold them, empty ones left out; `type` first."""
    found = {"type": record.type} if isinstance(record, Entity | Fact) else {}
    for column in columns(type(record)):
        if text := _text(getattr(record, column.field)):
            found[column.name] = text
    return found


def _compare(
    what: str, before: Mapping[str, Element], after: Mapping[str, Element], identity: Callable[[Element], str]
) -> Iterator[Difference]:
    now = {identity(record): record for record in after.values()}
    for id_ in sorted({*before, *now}):
        old, new = before.get(id_), now.get(id_)
        if old == new:
            continue
        if old and new:
            yield from _changes(what, old, new)
        elif new:
            yield Difference("added", what, id_, None, None, _heading(new))
        elif old:
            yield Difference("removed", what, id_, None, _heading(old), None)


def _changes(what: str, old: Element, new: Element) -> Iterator[Difference]:
    there, here = cells(old), cells(new)
    for column in dict.fromkeys((*there, *here)):
        if there.get(column) != here.get(column):
            yield Difference("changed", what, old.id, column, there.get(column), here.get(column))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def _heading(record: Element) -> str:
    return record.name if isinstance(record, Entity) else record.title
