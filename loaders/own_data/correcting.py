"""The row that corrects a shipped fact, or takes it out: for a table of one's own, ready to edit."""

from bycn.graph_model.errors import BycnError
from bycn.graph_model.facts import MADE_BY_LOADER, Fact
from bycn.graph_model.graph import Graph
from bycn.graph_model.joined_rows import rows_of
from bycn.loaders.differences import cells
from bycn.loaders.near import near

_NOT_TOLD = ("type", *MADE_BY_LOADER)
_MINE = "mine"
_REFERENCE = "reference"


class UnknownFact(BycnError):
    """There is no fact of that id."""


class AlreadyCorrected(BycnError):
    """The folder holds the correction already."""


def correction(graph: Graph, name: str, *, retract: bool = False) -> tuple[str, dict[str, str]]:
    """The table and the row that supersedes a fact, given by its id, the part of the id after the work, or a row of it.

    Raises:
        UnknownFact: there is none, or there are several.

    """
    fact = _fact(graph, name)
    work, _, tail = fact.id.partition("/")
    # A fact that a work of reference alone tells must say so in its id.
    id_ = f"{_REFERENCE}/{_MINE}/{tail}" if work == _REFERENCE and not retract else f"{_MINE}/{tail}"
    stem = fact.type.lower()
    if retract:
        return stem, {"id": id_, "supersedes": fact.id, "note": "why it is taken out"}
    row = {name: text for name, text in cells(_own_row(fact)).items() if name not in _NOT_TOLD}
    return stem, row | {"id": id_, "supersedes": fact.id}


def _own_row(fact: Fact) -> Fact:
    """What its own row says, where others state it too: they are joined to the correction as they were to the fact."""
    return next((row for row in rows_of(fact) if row.id == fact.id), fact)


def _fact(graph: Graph, name: str) -> Fact:
    if fact := graph.facts.get(name):
        return fact
    tails = {id_: id_ for id_ in graph.facts} | {row: id_ for id_, fact in graph.facts.items() for row in fact.rows}
    found = list(dict.fromkeys(id_ for row, id_ in tails.items() if name in (row, row.partition("/")[2])))
    if len(found) == 1:
        return graph.facts[found[0]]
    alike = found or near(name, graph.facts, 3, cutoff=0.8)
    hint = f"; did you mean {' or '.join(alike)}?" if alike else "; bycn show NAME lists the facts of an entity by id"
    raise UnknownFact(f"there is no fact '{name}'{hint}")
