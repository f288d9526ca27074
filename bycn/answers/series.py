"""Figures of one measure about one subject: where there are many, the latest is shown for all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from bycn.answers.facts import is_figure
from bycn.answers.pieces import DIM, piece
from bycn.graph_model.counting import counted
from bycn.queries import fact_words
from bycn.queries.fact_words import Fact

_MOST_OF_ONE = 3


def folded(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The latest figure of each crowded measure by its id, with the others that it is shown for.

    Figures alone are nothing to fold: whoever lists only them asks for the series.
    """
    if all(map(is_figure, facts)):
        return {}
    measures: dict[tuple[Any, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if is_figure(fact) and not fact_words.is_plan(fact):
            measures[fact["from"], fact["to"], fact.get("measure")].append(fact)
    crowded = (sorted(own, key=_day) for own in measures.values() if len(own) > _MOST_OF_ONE)
    return {latest["id"]: others for *others, latest in crowded}


def others_of(fact: Fact, shown_for: Mapping[str, Sequence[Fact]]) -> list[Text]:
    """How many figures a latest one is shown for, and how to see them."""
    if not (others := shown_for.get(fact["id"])):
        return []
    return [piece(f"{counted(len(others), 'more figure')}, {fact_words.since(others)}: --full", DIM)]


def _day(fact: Fact) -> tuple[str, str]:
    return fact.get("date_end") or "", fact["id"]
