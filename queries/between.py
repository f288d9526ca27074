"""What ties two places or bodies: the facts of what lies in the one with what lies in the other, by pair."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bycn.graph_model.messages import Advice
from bycn.graph_model.vocabulary import FACT_TRAITS, SITES
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import MEASURED
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.errors import SameEntity
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.path_words import Inside, Nested
from bycn.queries.remarks import Remark
from bycn.queries.resolving import Place

FACT_COLUMNS = (
    "fact",
    "type",
    "direction",
    "status",
    "plan",
    "date",
    "valid",
    "announced",
    "title",
    *MEASURED,
    "sources",
)
"""What a row says of its fact."""
COLUMNS = ("pair", "from", "to", "from_id", "to_id", *FACT_COLUMNS)

Pair = list[Record]
"""The facts between two entities, firm ones first."""
MANY = 1000
"""An entity with this many inside isn't the one to start from."""


@dataclass(frozen=True)
class Between:
    """The facts that tie `first`, or what lies inside it, to `second` or what lies inside that."""

    engine: Engine
    first: Place
    second: Place
    exact: bool = False
    with_events: bool = False
    filters: Filters = NO_FILTERS

    def answer(self) -> Answer:
        """One row a fact.

        Raises:
            SameEntity: both are the same.

        """
        rows = [fact | {"pair": number} for number, pair in enumerate(self.pairs(), 1) for fact in pair]
        remarks: list[Remark] = [Inside(self.nested)] if self.nested else []
        return Answer.of(COLUMNS, rows, remarks, engine=self.engine)

    def pairs(self) -> list[Pair]:
        """The same by pair. What the two belong to each other by goes first.

        Then come pairs with a firm fact, those with the fewest steps of containment from what was named, those with
        more facts, and those whose names are first. It makes no difference which of the two is named first.

        Raises:
            SameEntity: both are the same.

        """
        self.filters.parameters()  # a wrong word is reported even where nothing has to be asked
        if self.first.id == self.second.id:
            raise SameEntity(self._same())
        # The walk starts at the smaller one, whichever is named first.
        turned = not self.exact and len(self.within[1]) < len(self.within[0])
        ends = (self.second, self.first) if turned else (self.first, self.second)
        records = self.engine.run(
            *filtered(
                statement("connections/between"),
                self.filters,
                first=ends[0].id,
                second=ends[1].id,
                direct=self.exact,
                events=self.with_events,
                limit=EVERY_ROW,
            )
        )
        facts = [_turned(record) for record in records] if turned else records
        found = sorted(by_ends(facts).values(), key=lambda pair: _rank(pair, self.first, self.second))
        return [sorted(pair, key=lambda fact: not _joins(fact)) if belongs(pair) else pair for pair in found]

    def _same(self) -> Advice:
        same, city = f"both names mean {self.first.name}", self.first.widened_from or self.second.widened_from
        if self.first.widened_from == self.second.widened_from:
            return Advice(same, "name two that differ")
        return Advice(same, f"with {{}}, {city} is the city alone", "exact")

    @cached_property
    def nested(self) -> Nested | None:
        """Whether the one lies inside the other."""
        for inner, outer in ((self.first, self.second), (self.second, self.first)):
            if any(held["holder"] == outer.id and held["inside"] for held in self.holders(inner)):
                return Nested(inner.name, outer.name, "lies in" if outer.type in SITES else "belongs to")
        return None

    def holders(self, place: Place) -> list[Record]:
        """What holds one of the two, but itself, the farthest last."""
        held = [record for record in self._holder_rows if record["id"] == place.id != record["holder"]]
        return sorted(held, key=lambda record: (-record["depth"], record["holder"]))

    @cached_property
    def _holder_rows(self) -> list[Record]:
        return self.engine.run(statement("lookups/holders"), {"ids": [self.first.id, self.second.id]})

    @cached_property
    def within(self) -> list[list[str]]:
        """What lies inside each, of very much `MANY` entities."""
        return [inside(self.engine, place.id, MANY) for place in (self.first, self.second)]


def by_ends(facts: list[Record]) -> dict[tuple[str, str], Pair]:
    """Facts by the ids of their ends, each with its direction, seen from the first end, as an arrow."""
    found: dict[tuple[str, str], Pair] = defaultdict(list)
    for fact in facts:
        found[fact["from_id"], fact["to_id"]].append(fact | {"direction": "→" if fact["outgoing"] else "←"})
    return dict(found)


def _rank(pair: Pair, first: Place, second: Place) -> tuple[object, ...]:
    best = pair[0]
    steps = sum(
        0 if best[f"{end}_id"] == place.city else best[f"{end}_steps"]
        for end, place in (("from", first), ("to", second))
    )
    names = [(best["from"], best["from_id"]), (best["to"], best["to_id"])]
    in_order = names if first.id < second.id else names[::-1]
    return not belongs(pair), not best["facts"], steps, -len(best["facts"] or best["plans"]), in_order


def belongs(pair: Pair) -> bool:
    """Whether the two that were asked for themselves are joined by structure."""
    steps = pair[0]["from_steps"] + pair[0]["to_steps"]
    return steps == 0 and any(map(_joins, pair))


def _joins(fact: Record) -> bool:
    return FACT_TRAITS[fact["type"]] == "structure" and not fact["plan"]


def inside(engine: Engine, entity: str, limit: int = EVERY_ROW) -> list[str]:
    """The ids of what lies inside an entity, its own included."""
    return [record["id"] for record in engine.run(statement("lookups/inside"), {"entity": entity, "limit": limit})]


def firm_and_planned(found: Sequence[Pair]) -> tuple[int, int]:
    """How many facts and plans pairs hold."""
    plans = sum(fact["plan"] for pair in found for fact in pair)
    return sum(map(len, found)) - plans, plans


def _turned(fact: Record) -> Record:
    ends = {"from": "to", "to": "from", "from_id": "to_id", "to_id": "from_id"}
    steps = {"from_steps": "to_steps", "to_steps": "from_steps"}
    return fact | {new: fact[old] for new, old in (ends | steps).items()} | {"outgoing": not fact["outgoing"]}
