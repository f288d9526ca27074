"""Facts as lines: one strand for each pair, kind of fact, and plan or not, side by side."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bycn.graph_model.vocabulary import SUPPLYING
from bycn.loaders.engine import Record
from bycn.pictures import style
from bycn.queries.amounts import unit_in_words

GAP = 2.2
"""The room between two strands of a pair."""
_APART = 0.08
"""How far along the line the counts of neighbouring strands stand from each other."""
_ORDER = {type_: i for i, type_ in enumerate(style.LINES)}


def line_type(fact: Record) -> str:
    """What decides a fact's colour: its type, and for trade the way that the goods go.

    >>> line_type({"type": "TRADE_FLOW", "properties": {"measure": "export"}})
    'TRADE_FLOW/export'
    """
    trade = f"{fact['type']}/{fact['properties'].get('measure')}"
    return trade if trade in style.LINES else str(fact["type"])


def is_plan(fact: Record) -> bool:
    """Whether a fact is only a plan."""
    return bool(fact["properties"].get("plan"))


def has_arrow(fact: Record) -> bool:
    """Whether the direction of a fact means something: not that of a turnover, which runs both ways."""
    return style.LINES[line_type(fact)].arrow and fact["properties"].get("direction") != "both"


class Scale(NamedTuple):
    """What widths mean: the amounts in one currency or unit. None where no amount is drawn."""

    unit: str | None = None
    largest: float = 0.0
    least: float = 0.0
    others: tuple[str, ...] = ()
    """Further currencies and units that are drawn thin, since they can't be compared."""
    is_log: bool = False

    def amount(self, fact: Record) -> float | None:
        """How much a fact tells in the unit of the scale."""
        return dict(_measured(fact)).get(self.unit or "")

    def width(self, amount: float | None) -> float:
        """How wide a line is.

        >>> scale = Scale("USD", 100.0)
        >>> [round(scale.width(amount) / style.PT, 1) for amount in (100, 25, 0.001, None)]
        [14.0, 7.0, 0.6, 0.6]
        """
        if self.unit is None:
            return round(style.PLAIN, 2)
        if amount is None:
            return round(style.NARROWEST, 2)
        if not self.is_log:
            return round(max(style.NARROWEST, style.WIDEST * math.sqrt(amount / self.largest)), 2)
        spread = math.log(self.largest / self.least)
        share = math.log(amount / self.least) / spread if spread else 1.0
        return round(style.NARROWEST + (style.WIDEST - style.NARROWEST) * min(1.0, max(0.0, share)), 2)

    def key(self) -> list[float]:
        """Four round amounts, the smallest first, for the legend.

        >>> Scale("USD", 120e6).key()
        [1000000.0, 5000000.0, 20000000.0, 100000000.0]
        """
        top = max(number for number in _round_numbers(self.largest) if number <= self.largest)
        return [
            min(_round_numbers(top / part), key=lambda n: abs(math.log(n * part / top))) for part in (100, 20, 5, 1)
        ]


def _round_numbers(near: float) -> list[float]:
    power = math.floor(math.log10(near))
    return [float(f"{digit}e{power + more}") for more in (-1, 0, 1) for digit in (1, 2, 5)]


def _measured(fact: Record) -> Iterator[tuple[str, float]]:
    """The amount of a tie, by currency, and of goods the quantity, by unit: other quantities count all sorts."""
    properties = fact["properties"]
    if style.LINES[line_type(fact)].faint:
        return
    quantity = (properties.get("quantity"), properties.get("unit")) if fact["type"] in SUPPLYING else (None, None)
    for value, unit in (quantity, (properties.get("amount"), properties.get("currency"))):
        if unit and value and value > 0:
            yield unit_in_words(str(unit)), float(value)


def scale_of(facts: Iterable[Record], *, is_log: bool = False) -> Scale:
    """The scale of a picture: the currency that most of its facts tell amounts in, else the commonest unit."""
    amounts: dict[str, list[float]] = defaultdict(list)
    currencies = set()
    for fact in facts:
        for unit, value in _measured(fact):
            amounts[unit].append(value)
            if unit == fact["properties"].get("currency"):
                currencies.add(unit)
    if not amounts:
        return Scale()
    chosen, *others = sorted(amounts, key=lambda unit: (unit not in currencies, -len(amounts[unit]), unit))
    return Scale(chosen, max(amounts[chosen]), min(amounts[chosen]), tuple(others), is_log)


@dataclass(frozen=True, slots=True)
class Strand:
    """A line from one entity to another, which stands for the facts of one kind, all of them plans or none."""

    start: str
    end: str
    line_type: str
    planned: bool
    facts: tuple[str, ...]
    width: float
    ended: bool
    arrow: bool
    offset: float = 0.0
    """How far it lies beside the middle of its pair, to the right of its own direction."""
    count_at: float = 0.5
    """How far along it its count stands."""

    @property
    def type(self) -> str:
        """The type of its facts."""
        return self.line_type.split("/")[0]

    @property
    def opacity(self) -> float:
        """How strongly it is drawn."""
        if self.ended:
            return style.ENDED_OPACITY
        return style.FAINT_OPACITY if style.LINES[self.line_type].faint else style.TIE_OPACITY

    @property
    def dash(self) -> tuple[float, float] | None:
        """The pattern of a plan's line."""
        return style.dash(self.width) if self.planned else None


def strands_of(facts: Iterable[Record], scale: Scale | None = None) -> list[Strand]:
    """Every strand of some facts, pair by pair in the order of ids, what is more than a plan before the plans."""
    facts = list(facts)
    scale = scale or scale_of(facts)
    pairs: dict[tuple[str, str], dict[tuple[bool, str, str, str, bool], list[Record]]] = {}
    for fact in facts:
        pair = (min(fact["start"], fact["end"]), max(fact["start"], fact["end"]))
        arrow = has_arrow(fact)
        ends = (fact["start"], fact["end"]) if arrow else pair
        pairs.setdefault(pair, defaultdict(list))[is_plan(fact), line_type(fact), *ends, arrow].append(fact)
    return [strand for pair in sorted(pairs) for strand in _side_by_side(pairs[pair], scale)]


def _side_by_side(strands: dict[tuple[bool, str, str, str, bool], list[Record]], scale: Scale) -> Iterator[Strand]:
    order = sorted(strands, key=lambda key: (key[0], _ORDER[key[1]], key[2:]))
    widths = [scale.width(max((a for a in map(scale.amount, strands[key]) if a), default=None)) for key in order]
    counts = Counter(len(strands[key]) > 1 for key in order)[True]
    beside = -(sum(widths) + GAP * (len(widths) - 1)) / 2
    counted = 0
    for key, width in zip(order, widths, strict=True):
        planned, type_, start, end, arrow = key
        offset = (beside + width / 2) * (1 if start <= end else -1)
        at = 0.5 + _APART * (counted - (counts - 1) / 2) * (1 if start <= end else -1)
        counted += len(strands[key]) > 1
        ended = all(fact["properties"].get("status") == "ended" for fact in strands[key])
        ids = tuple(sorted(fact["id"] for fact in strands[key]))
        yield Strand(start, end, type_, planned, ids, width, ended, arrow, round(offset, 2), round(at, 3))
        beside += width + GAP
