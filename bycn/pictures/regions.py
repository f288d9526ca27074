"""The whole by regions: how many ties, and how many plans, join each Belarusian region and each Chinese province."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import NamedTuple

from bycn.graph_model.vocabulary import FACT_TRAITS
from bycn.loaders.engine import Record
from bycn.pictures.look import Look
from bycn.pictures.sentence import facts_and_plans
from bycn.pictures.strands import is_plan
from bycn.pictures.subject import Subject
from bycn.pictures.translations import side_by_side


class Cell(NamedTuple):
    """What joins two regions."""

    firm: int = 0
    plans: int = 0

    @property
    def words(self) -> str:
        """As a cell tells it.

        >>> Cell(13, 4).words, Cell(2).words
        ('13+4', '2')
        """
        return f"{self.firm}+{self.plans}" if self.plans else str(self.firm)

    @property
    def total(self) -> int:
        """Ties and plans."""
        return self.firm + self.plans


@dataclass(frozen=True)
class Regions:
    """A matrix of regions, the most tied first. `left_out` are ties that name no region on one side."""

    by: list[str]
    cn: list[str]
    cells: dict[tuple[str, str], Cell]
    names: dict[str, str]
    left_out: Cell
    subtitle: str
    look: Look
    measure: str | None = None

    def total(self, region: str) -> Cell:
        """What joins a region to all others."""
        own = [cell for pair, cell in self.cells.items() if region in pair]
        return Cell(sum(cell.firm for cell in own), sum(cell.plans for cell in own))

    def sentence(self) -> str:
        """What is counted, in each language."""
        return side_by_side(map(self._sentence, self.look.one_by_one))

    def _sentence(self, look: Look) -> str:
        every = Cell(*map(sum, zip(*self.cells.values(), strict=True)))
        between = look.say("{} between regions").format(self._numbers(every, look))
        if not self.left_out.total:
            return between
        beside = look.say("{} with no region on one side").format(self._numbers(self.left_out, look))
        return f"{between}{look.mark('; ')}{beside}"

    def title_of(self, pair: tuple[str, str]) -> str:
        """What joins two regions, in words."""
        joined = side_by_side(self._numbers(self.cells[pair], look) for look in self.look.one_by_one)
        return f"{' – '.join(self.names[region] for region in pair)}: {joined}"

    def _numbers(self, cell: Cell, look: Look) -> str:
        return facts_and_plans(cell.firm, cell.plans, look, fact=self.measure or "tie", plan="plan")


def regions_of(subject: Subject, subtitle: str, look: Look, measure: str | None = None) -> Regions:
    """The ties of a subject by the regions of their ends; of `measure` where it has such trade flows alone."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    left_out: Counter[bool] = Counter()
    for fact in subject.facts:
        pair = _pair(fact, subject) if FACT_TRAITS[fact["type"]] == "tie" else None
        if pair is None:
            continue
        (counts[pair] if all(pair) else left_out)[is_plan(fact)] += 1
    cells = {pair: Cell(count[False], count[True]) for pair, count in counts.items()}
    named = {region.id: region.name for region in subject.regions.values()}
    names = {i: look.name(subject.places.get(i, {"name": named[i]})) for pair in cells for i in pair}
    unranked = Regions([], [], cells, names, Cell(left_out[False], left_out[True]), subtitle, look, measure)

    def ranked(side: int) -> list[str]:
        return sorted({pair[side] for pair in cells}, key=lambda i: (-unranked.total(i).total, i))

    return replace(unranked, by=ranked(0), cn=ranked(1))


def _pair(fact: Record, subject: Subject) -> tuple[str, str] | None:
    """The Belarusian and the Chinese region of a tie, each empty where none is given; None where it doesn't cross."""
    sides = {}
    for end in ("start", "end"):
        country = subject.entities[fact[end]]["country"]
        region = subject.regions.get(fact[end])
        sides[country] = region.id if region else ""
    return (sides["BY"], sides["CN"]) if {"BY", "CN"} == set(sides) else None
