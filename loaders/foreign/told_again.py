"""Twinnings that the data have already: proposed as `same_as`, never joined without an answer, and never dropped."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from bycn.graph_model.facts import Fact
from bycn.graph_model.graph import Graph
from bycn.graph_model.joined_rows import conflict, with_cells
from bycn.graph_model.vocabulary import PLANS
from bycn.loaders.foreign.recipe import Question, Recipe
from bycn.loaders.tables.table_types import KINDS

NO = "no"


class Twinnings:
    """The twinnings that a table's may be, by pair."""

    def __init__(self, graph: Graph, prefix: str):
        self._by_pair: dict[frozenset[str], list[Fact]] = defaultdict(list)
        for fact in graph.facts.values():
            named = not (fact.from_unnamed or fact.to_unnamed)
            if fact.type == "TWINNED_WITH" and named and not fact.id.startswith(f"{prefix}/"):
                self._by_pair[frozenset((fact.from_, fact.to))].append(fact)

    def settle(self, cells: dict[str, str], recipe: Recipe) -> Iterator[Question | str]:
        """Write what was answered into the cells of a twinning; else ask, or tell why both are kept."""
        there = self._by_pair.get(frozenset((cells["from"], cells["to"])), [])
        if not there:
            return
        answer = recipe.get("same_as", cells["id"])
        if answer is None:
            yield from _told(cells, there)
        elif answer != NO:
            cells["same_as"] = str(answer)
            named = next((fact for fact in there if fact.id == answer), None)
            if named and _is_plan_of(cells, named):
                cells["note"] = "; ".join(filter(None, (cells.get("note"), f"the table says {cells['status']}")))
                cells["status"] = str(named.status)


def _told(cells: Mapping[str, str], there: list[Fact]) -> Iterator[Question | str]:
    same = [fact for fact in there if _may_be(cells, fact)]
    same.sort(key=lambda fact: fact.status != cells["status"])
    if same:
        known = " and ".join(f"{fact.id} ({fact.title}, {fact.date or 'no date'})" for fact in same)
        of = "a twinning" if any(fact.status not in PLANS for fact in same) else "a plan to twin"
        question = f"{known} already {'is' if len(same) == 1 else 'are'} {of} of the two; is it the same?"
        yield Question("same_as", cells["id"], question, (*(fact.id for fact in same), NO))
        return
    for fact in there:
        if fact.status in PLANS:
            yield f"{cells['id']}: {fact.id} says that the two plan to be twinned; both are kept"
        elif cells.get("date") and fact.date:
            dates = f"{fact.id} says that the two are twinned, but {fact.date}, not {cells['date']}"
            yield f"{cells['id']}: {dates}; both are kept, and may name each other in disagrees_with"


def _may_be(cells: Mapping[str, str], fact: Fact) -> bool:
    """Whether a row may state a fact again: nothing in it speaks against that, but that it may still be planned."""
    try:
        row: Fact = KINDS["twinned_with"].adapter.validate_python({name: text for name, text in cells.items() if text})
    except ValidationError:  # reported when the tables are read
        return False
    return conflict(fact, with_cells(row, {"status": fact.status}) if _is_plan_of(cells, fact) else row) is None


def _is_plan_of(cells: Mapping[str, str], fact: Fact) -> bool:
    return cells.get("status") in PLANS and fact.status not in PLANS
