"""The answer to how two are connected: what ties them directly, else the best chains, in rows and in a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from bycn.graph_model.vocabulary import CONTAINING
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.answers import Answer
from bycn.queries.between import FACT_COLUMNS, MANY, Between, Pair, belongs, by_ends, firm_and_planned, inside
from bycn.queries.fact_words import telling
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.layers import Rules
from bycn.queries.neighbours import steps
from bycn.queries.path_words import Apart, Direct, Nearest, Others, Pairs, TiedHolder
from bycn.queries.paths import LONGEST, MOST, Chain, Hop, Search
from bycn.queries.remarks import Remark
from bycn.queries.resolving import Place

COLUMNS = ("path", "kind", "length", "hop", "from", "to", "from_id", "to_id", "through", "through_id", *FACT_COLUMNS)
"""`kind` is `direct`, `chain`, or `holder` for a tie of what holds one of the two."""
PAIRS = 3
"""How many pairs that are tied directly are shown by default."""
_EMPTY: Record = dict.fromkeys(COLUMNS)


class Route(NamedTuple):
    """One way from the one to the other: for each hop its facts, or what is passed through."""

    kind: str
    length: int
    hops: list[list[Record]]

    def rows(self, number: int) -> Iterator[Record]:
        """A row for each fact of each hop."""
        given = {"path": number, "kind": self.kind, "length": self.length}
        return (_EMPTY | fact | given | {"hop": hop} for hop, facts in enumerate(self.hops, 1) for fact in facts)


@dataclass(frozen=True)
class Ways:
    """Ways that are shown, and what is said of them."""

    routes: list[Route]
    remarks: list[Remark]

    def __add__(self, more: "Ways") -> "Ways":
        return Ways(self.routes + more.routes, self.remarks + more.remarks)


_NO_RULES = Rules()


@dataclass(frozen=True)
class Connecting:
    """How `first` and `second` are connected, by the facts that the filters keep and as the rules allow."""

    engine: Engine
    first: Place
    second: Place
    exact: bool = False
    filters: Filters = NO_FILTERS
    rules: Rules = _NO_RULES

    def answer(self, *, every_shortest: bool = False, count: int | None = None) -> Answer:
        """One row for each fact of each hop; a passage through what holds both its ends is a row without a fact.

        Shown are some pairs that are tied directly, else the best chain; or `count` of both; or with `every_shortest`
        all that are as short as the shortest. The first remark is the answer in a sentence.

        Raises:
            SameEntity: both are the same.

        """
        direct = self._between.pairs()
        if direct:
            shown = self._by_pairs(direct, direct if every_shortest else direct[: count or PAIRS])
            if not self._between.nested:
                shown += self._by_longer(count - len(shown.routes)) if count else self._by_holders()
        elif self._between.nested:
            shown = Ways(
                [], [Apart(*self._names, self._between.nested, (), (), self._is_filtered, by_events=self._by_events())]
            )
        else:
            shown = self._by_chains(count, every_shortest=every_shortest)
        rows = [row for number, route in enumerate(shown.routes, 1) for row in route.rows(number)]
        return Answer.of(COLUMNS, rows, shown.remarks, engine=self.engine)

    # Tied directly

    def _by_pairs(self, direct: list[Pair], shown: list[Pair]) -> Ways:
        best = direct[0]
        ends = ((best[0]["from_id"], self.first), (best[0]["to_id"], self.second))
        themselves = all(end in (place.id, place.city) for end, place in ends)
        counts = firm_and_planned(direct)
        first = best[0] if belongs(best) else min(best, key=telling)
        verdict = Direct(*self._names, self._between.nested, first, themselves, belongs(best), *counts)
        routes = [Route("direct", 0 if belongs(pair) else 1, [pair]) for pair in shown]
        return Ways(routes, [verdict, Pairs(*self._names, *counts, len(direct), len(shown), self.filters)])

    def _by_longer(self, count: int) -> Ways:
        longer = (chain for length in range(2, LONGEST + 1) for chain in self._search.chains(length))
        return Ways(self._routes(islice(longer, max(0, count))), [])

    def _by_holders(self) -> Ways:
        """What holds one of the two and is itself tied to the other: the best pair of each."""
        routes, remarks = list[Route](), list[Remark]()
        both = {held["holder"] for held in self._between.holders(self.first)} & {
            held["holder"] for held in self._between.holders(self.second)
        }
        for inner, other in ((self.second, self.first), (self.first, self.second)):
            for held in self._between.holders(inner):
                skipped = held["holder"] in both or held["holder_type"] == "country"
                if not skipped and (found := self._ties_of_holder(held["holder"], other, inner)):
                    routes.append(Route("holder", 1, [found[0]]))
                    names = (inner.name, held["holder_name"], other.name)
                    remarks.append(TiedHolder(*names, *firm_and_planned(found), self.filters))
        return Ways(routes, remarks)

    def _ties_of_holder(self, holder: str, other: Place, inner: Place) -> list[Pair]:
        """The ties of what holds the inner one to the other and to what lies in it, those of the other itself first."""
        forth = inner == self.first
        asked = filtered(statement("lookups/ties"), self.filters, near=[holder], among=[], into=[other.id])
        found = {tie["far"] for tie in self.engine.run(*asked)}
        ends = [(holder, far) if forth else (far, holder) for far in found if not self.exact or far == other.id]

        def rank(pair: Pair) -> tuple[object, ...]:
            facts, plans = firm_and_planned([pair])
            far = pair[0]["to_id" if forth else "from_id"]
            return not facts, far not in (other.id, other.city), -(facts or plans), far

        return sorted(self._facts(ends).values(), key=rank)

    # Not tied directly

    def _by_chains(self, count: int | None, *, every_shortest: bool) -> Ways:
        if (shortest := self._search.shortest()) is None:
            return Ways([], [self._apart()])
        best = self._search.chains(shortest)
        shown = best if every_shortest else best[: count or 1]
        longer = (chain for length in range(shortest + 1, LONGEST + 1) for chain in self._search.chains(length))
        routes = self._routes([*shown, *islice(longer, max(0, (count or 0) - len(best)))])
        plans = sum(all(fact["plan"] for fact in hop) for hop in routes[0].hops)
        others = [] if len(shown) == len(best) else [Others(len(shown), len(best), len(best) == MOST)]
        return Ways(routes, [Nearest(*self._names, None, sum(hop.holder is None for hop in best[0]), plans), *others])

    def _routes(self, chains: Iterable[Chain]) -> list[Route]:
        chains = list(chains)
        facts = self._facts(hop.ends for chain in chains for hop in chain if hop.holder is None)
        return [
            Route("chain", sum(hop.length for hop in chain), [facts.get(hop.ends) or [_passage(hop)] for hop in chain])
            for chain in chains
        ]

    def _facts(self, ends: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Pair]:
        """The ties between the two of each pair of ids, in full."""
        wanted = sorted(set(ends))
        near, far = [end[0] for end in wanted], [end[1] for end in wanted]
        return by_ends(self.engine.run(*filtered(statement("lookups/hops"), self.filters, near=near, far=far)))

    # Nor by a chain

    def _apart(self) -> Apart:
        silent = [place.name for place, ids in zip(self._places, self._sets, strict=True) if self._is_silent(ids)]
        return Apart(
            *self._names,
            None,
            self._countries(),
            tuple(silent),
            self._is_filtered,
            by_events=self._by_events(),
            by_places=self._by_places(),
        )

    def _by_events(self) -> bool:
        """Whether events and memberships would connect them."""
        if self.rules.with_events:
            return False
        rules = self.rules._replace(with_events=True)
        asked = replace(self, rules=rules)
        return bool(asked._between.pairs() or asked._search.shortest())

    def _by_places(self) -> bool:
        """Whether passages through places would connect them, which the rules leave out."""
        if not self.rules.no_places:
            return False
        return replace(self, rules=self.rules._replace(no_places=False))._search.shortest() is not None

    def _is_silent(self, entities: Iterable[str]) -> bool:
        """Whether nothing is known of any of these but where they lie."""
        return all(fact["type"] in CONTAINING for fact in steps(self.engine, sorted(entities), self.filters))

    def _countries(self) -> tuple[str, ...]:
        """The countries by which they would be connected, that of the first one first."""
        if self.rules.no_places or self.rules.through_countries:
            return ()
        found = [
            held for place in self._places for held in self._between.holders(place) if held["holder_type"] == "country"
        ]
        ids = [held["holder"] for held in found]
        tied = self.engine.run(*filtered(statement("lookups/ties"), self.filters, near=ids[:1], among=[], into=ids[1:]))
        names = tuple(dict.fromkeys(held["holder_name"] for held in found))
        return names if len(ids) == 2 and (len(names) == 1 or ids[1] in {tie["far"] for tie in tied}) else ()

    # What is asked

    @property
    def _names(self) -> tuple[str, str]:
        return self.first.name, self.second.name

    @property
    def _places(self) -> tuple[Place, Place]:
        return self.first, self.second

    @property
    def _is_filtered(self) -> bool:
        return bool(self.filters.parameters())

    @cached_property
    def _between(self) -> Between:
        return Between(self.engine, *self._places, self.exact, self.rules.with_events, self.filters)

    @cached_property
    def _sets(self) -> list[set[str]]:
        """The ids of the two ends."""
        if self.exact:
            return [{place.id} for place in self._places]
        found = zip(self._places, self._between.within, strict=True)
        return [set(ids if len(ids) < MANY else inside(self.engine, place.id)) for place, ids in found]

    @cached_property
    def _search(self) -> Search:
        first, second = self._sets
        asked = {id_ for place in self._places for id_ in (place.id, place.city) if id_}
        return Search(self.engine, first - second, second - first, filters=self.filters, rules=self.rules, asked=asked)


def _passage(hop: Hop) -> Record:
    assert hop.holder
    ends = {"from": hop.near_name, "to": hop.far_name, "from_id": hop.near, "to_id": hop.far}
    return _EMPTY | ends | {"through": hop.holder.name, "through_id": hop.holder.id}
