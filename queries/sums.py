"""The rule for sums: what may be added up, what is left out, and when there is no sum at all.

Sums are made per measure, per statistics (whose they are, fob or cif), per currency or unit and per period, plans
apart; periods are joined only when asked. Contracts to sell and to buy, goods and services, and quantities of different
goods stay apart. A fact is left out when another one that holds it is there too (`part_of`), or when one that
contradicts it has a later source. Where two flows overlap (parties, goods and period have something in common) and
neither holds the other, there is no sum: nobody could say what it would count.
`cypher/trade/totals.cypher` keeps to the same rule.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Any, Literal, NamedTuple

from bycn.graph_model.dates import FIRST_DAY, LAST_DAY
from bycn.loaders.engine import Record

CONTRACT = "contract"
"""The measure of contracts; flows have their own. Contracts are single deals, which never overlap."""
_ACROSS = {("BY", "CN"): f"export {CONTRACT}", ("CN", "BY"): f"import {CONTRACT}"}
"""That of contracts across the border, seen from Belarus."""
NOT_ADDED = frozenset({"%", "rank"})
"""Units that make no sense as a sum."""
What = Literal["amount", "quantity"]
PER: dict[What, str] = {"amount": "currency", "quantity": "unit"}
"""What a fact measures, with the column that says in which currency or unit."""
_CENT = Decimal("0.01")
_AT_LEAST = frozenset({"exact", "over", "at_least"})
_AT_MOST = frozenset({"exact", "almost", "under", "up_to"})


@dataclass(frozen=True, slots=True)
class Party:
    """An end of a fact: the entity, and all that it is inside, itself included."""

    id: str
    country: str
    type: str
    inside: frozenset[str]

    def meets(self, other: "Party") -> bool:
        """Whether the two have something in common. What an exchange sells may come from anywhere in its country."""
        if "exchange" in (self.type, other.type) and self.country == other.country:
            return True
        return self.id in other.inside or other.id in self.inside


def contract_measure(seller: str, buyer: str) -> str:
    """What a contract is called where it is measured, by the countries of its parties.

    >>> contract_measure("BY", "CN"), contract_measure("BY", "BY")
    ('export contract', 'contract')
    """
    return _ACROSS.get((seller, buyer), CONTRACT)


class Statistics(NamedTuple):
    """Whose figures flows are, and how their goods are valued; empty where the source is silent.

    What differs in either counts the same goods in another way: it is neither added up nor compared.
    """

    reporter: str = ""
    valuation: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """One amount, or one quantity, of a fact."""

    fact: str
    measure: str
    statistics: Statistics
    what: What
    per: str
    """The currency of an amount, the unit of a quantity."""
    planned: bool
    value: Decimal
    most: Decimal
    """The upper end where the value is a range, else the value."""
    qualifier: str
    origin: Party
    target: Party
    start: str
    end: str
    goods: frozenset[str]
    held_by: frozenset[str]
    outdated_by: frozenset[str]

    @property
    def is_contract(self) -> bool:
        """Whether it is of a contract, not of a flow."""
        return self.measure.endswith(CONTRACT)

    @property
    def scope(self) -> tuple[str, ...]:
        """Of what it is, where that is never added to anything else: services, or the goods of a quantity."""
        return tuple(sorted(good for good in self.goods if self.what == "quantity" or good.endswith("services")))

    def overlaps(self, other: "Measured") -> bool:
        """Whether two flows have parties, period and goods in common."""
        return (
            not (self.is_contract or other.is_contract)
            and self.start <= other.end
            and other.start <= self.end
            and (not self.goods or not other.goods or not self.goods.isdisjoint(other.goods))
            and self.origin.meets(other.origin)
            and self.target.meets(other.target)
        )


@dataclass(frozen=True, slots=True)
class Total:
    """What one measure adds up to by one statistics, in one currency or unit and one period, or why it doesn't.

    `value` is None where flows overlap; `overlapping` then holds the facts that would have been added.
    """

    measure: str
    statistics: Statistics
    what: What
    per: str
    planned: bool
    first: str | None
    """The first day that it is about, None where that is open."""
    last: str | None
    value: Decimal | None
    most: Decimal | None
    qualifier: str | None
    scope: tuple[str, ...] = ()
    """Of what it is, where that is never added to anything else."""
    goods: tuple[str, ...] = ()
    """The goods of its facts, empty where one of them names none."""
    added: tuple[str, ...] = ()
    overlapping: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    """Facts left out because another one holds them."""
    contradicted: tuple[str, ...] = ()
    """Facts left out because a later source says otherwise."""
    gaps: tuple[str, ...] = ()
    """The times between the periods of flows that are added, as dates are written: the sum has nothing of them."""


def totals(values: Iterable[Measured], *, joined: bool = False) -> list[Total]:
    """What values add up to by the rule, in order of measure, statistics, currency or unit, plans behind, and period.

    Each period has its own, unless they are to be `joined`.
    """
    groups: dict[tuple[Any, ...], list[Measured]] = defaultdict(list)
    for value in values:
        if value.per not in NOT_ADDED:
            period: tuple[str, ...] = () if joined else (value.start, value.end)
            key = (value.measure, value.statistics, value.what, value.per, value.planned, period, value.scope)
            groups[key].append(value)
    return [_total(sorted(group, key=lambda v: v.fact)) for _, group in sorted(groups.items())]


def _total(selected: list[Measured]) -> Total:
    ids = {value.fact for value in selected}
    outermost = [value for value in selected if ids.isdisjoint(value.held_by)]
    left = {value.fact for value in outermost}
    kept = [value for value in outermost if left.isdisjoint(value.outdated_by)]
    overlap = any(one.overlaps(other) for one, other in combinations(kept, 2))
    added = [] if overlap else kept
    value, most = (_to_cents(sum((getattr(v, part) for v in added), Decimal())) for part in ("value", "most"))
    return Total(
        selected[0].measure,
        selected[0].statistics,
        selected[0].what,
        selected[0].per,
        selected[0].planned,
        first=min((v.start for v in selected if v.start != FIRST_DAY), default=None),
        last=max((v.end for v in selected if v.end != LAST_DAY), default=None),
        value=value if added else None,
        most=most if added and most > value else None,
        qualifier=_qualifier([v.qualifier for v in added]) if added else None,
        scope=selected[0].scope,
        goods=tuple(sorted(frozenset().union(*(v.goods for v in kept)))) if all(v.goods for v in kept) else (),
        added=_ids(added),
        overlapping=_ids(kept) if overlap else (),
        held=_ids(v for v in selected if v not in outermost),
        contradicted=_ids(v for v in outermost if v not in kept),
        gaps=() if selected[0].is_contract else gaps((v.start, v.end) for v in added),
    )


def gaps(periods: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The times between periods (first and last days) that none of them covers.

    >>> gaps([("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-06-30"), ("2025-01-01", "2025-12-31")])
    ('2023-07-01/2024-12-31',)
    """
    found: list[str] = []
    covered = ""
    for start, end in sorted(periods):
        if covered and covered < start and (first := _moved(covered, 1)) < start:
            found.append(f"{first}/{_moved(start, -1)}")
        covered = max(covered, end)
    return tuple(found)


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _qualifier(qualifiers: list[str]) -> str:
    """How exact a sum is: "over" when some of its parts are and none is under, "about" when they point both ways."""
    if len(set(qualifiers)) == 1:
        return qualifiers[0]
    if _AT_LEAST.issuperset(qualifiers):
        return "over"
    return "under" if _AT_MOST.issuperset(qualifiers) else "about"


def _to_cents(value: Decimal) -> Decimal:
    rounded = value.quantize(_CENT, ROUND_HALF_UP)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def _ids(values: Iterable[Measured]) -> tuple[str, ...]:
    return tuple(value.fact for value in values)


def measured_in(records: Iterable[Record]) -> Iterator[Measured]:
    """The amounts and quantities of facts, read from the records of `lookups/measured`."""
    for record in records:
        for what, per in PER.items():
            if record[what] is not None and record[per] is not None:
                yield _measured(record, what, per)


def _measured(record: Record, what: What, per: str) -> Measured:
    value, most = record[what], record[f"{what}_max"]
    return Measured(
        fact=record["id"],
        measure=record["measure"] or contract_measure(record["from_country"], record["to_country"]),
        statistics=Statistics(record["reporter"] or "", record["valuation"] or ""),
        what=what,
        per=record[per],
        planned=record["plan"],
        value=Decimal(str(value)),
        most=Decimal(str(value if most is None else most)),
        qualifier=record[f"{what}_qualifier"] or "exact",
        origin=_party(record, "from"),
        target=_party(record, "to"),
        start=record["start"] or FIRST_DAY,
        end=record["end"] or LAST_DAY,
        goods=frozenset(record["goods"] or ()),
        held_by=frozenset(record["held_by"]),
        outdated_by=frozenset(record["outdated_by"]),
    )


def _party(record: dict[str, Any], end: str) -> Party:
    return Party(record[end], record[f"{end}_country"], record[f"{end}_type"], frozenset(record[f"{end}_inside"]))
