"""Questions about an entity, about two, and about what is there at all."""

from typing import Unpack

from bycn.graph_model.names import Match, UnknownName
from bycn.keyword_filters import Words
from bycn.notebook.answering import Answering
from bycn.queries import neighbours, overview
from bycn.queries.answers import Answer
from bycn.queries.connections import TO
from bycn.queries.filters import NO_FILTERS
from bycn.queries.lookups import known_fact
from bycn.queries.neighbours import DEPTH
from bycn.queries.resolving import resolve


class Questions(Answering):
    """Who is tied to whom, through what, and who says so."""

    def connections(
        self,
        name: str,
        to: str = TO,
        *,
        exact: bool = False,
        direct: bool = False,
        with_events: bool = False,
        each_fact: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """Which entities of type `to` are tied to `name`, or to anything inside it. See `bycn connections`.

        >>> answer = graph.connections("Vitebsk", to="province", only_signed=True)
        >>> answer.columns
        ('name', 'id', 'facts', 'plans', 'through', 'ties')

        """
        from bycn.queries.connections import connections

        asked, place = self._filters(filters), self._resolved(name, exact=exact)
        answer = connections(
            self.engine,
            place.id,
            to=to,
            filters=asked,
            direct=direct,
            with_events=with_events,
            each_fact=each_fact,
        )
        nothing = f"{place.name} is known, but no {to.replace('_', ' ')} is tied to it here"
        others = [type_ for type_ in ("oblast", "province", "company") if type_ != to]
        remedy = (f"{{}} takes other types, such as {' or '.join(others[:2])}", "to")
        if to == "event" and not with_events:
            remedy = ("{} takes in events and memberships too", "with_events")
        return self._remarked(answer, asked, place, nothing=nothing, remedy=remedy)

    def neighbours(
        self,
        name: str,
        *,
        depth: int = DEPTH,
        exact: bool = False,
        through_countries: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """Who is tied to `name` directly, or in `depth` steps.

        >>> len(graph.neighbours("Great Stone")) > 5
        True

        """
        asked, place = self._filters(filters), self._resolved(name, exact=exact)
        answer = neighbours.neighbours(
            self.engine, place.id, depth=depth, filters=asked, through_countries=through_countries
        )
        return self._remarked(answer, asked, place, nothing=f"{place.name} is known, but nothing is tied to it here")

    def between(
        self, first: str, second: str, *, exact: bool = False, with_events: bool = False, **filters: Unpack[Words]
    ) -> Answer:
        """All facts that tie what lies in `first` to what lies in `second`, pair by pair: firm and near ones first.

        >>> [row["to"] for row in graph.between("Vitebsk", "Jinan")][:1]
        ['Jinan']

        Raises:
            SameEntity: both are the same.

        """
        from bycn.queries.between import Between

        asked = self._filters(filters)
        one, other = (self._resolved(name, exact=exact) for name in (first, second))
        answer = Between(self.engine, one, other, exact, with_events, asked).answer()
        return self._remarked(answer, asked, one, other, nothing=f"no fact ties {one.name} to {other.name} directly")

    def path(
        self,
        first: str,
        second: str,
        *,
        every_shortest: bool = False,
        count: int | None = None,
        exact: bool = False,
        with_events: bool = False,
        no_places: bool = False,
        through_countries: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """How `first` and `second` are connected: what ties them directly, else the best chain. See `bycn path`.

        The first remark puts it in a sentence. `every_shortest` shows all chains as short as the best, `count` that
        many of the best.

        >>> print(graph.path("Vitebsk city", "Jinan").remarks[0])
        Vitebsk and Jinan are tied directly: twinned, 2009

        Raises:
            SameEntity: both are the same.

        """
        from bycn.queries.connecting import Connecting
        from bycn.queries.layers import Rules

        asked = self._filters(filters)
        one, other = (self._resolved(name, exact=exact) for name in (first, second))
        rules = Rules(with_events=with_events, no_places=no_places, through_countries=through_countries)
        connecting = Connecting(self.engine, one, other, exact, asked, rules)
        answer = connecting.answer(every_shortest=every_shortest, count=count)
        return self._remarked(answer, asked, one, other)

    def trade(
        self,
        name: str,
        *,
        partner: str | None = None,
        good: str | None = None,
        joined: bool = False,
        exact: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """The flows and contracts of `name`, and what they add up to, each period by itself unless they are `joined`.

        >>> {row["row"] for row in graph.trade("Brest", between=(2023, 2024))} <= {"flow", "contract", "sum"}
        True

        """
        from bycn.queries.known_terms import known_term
        from bycn.queries.trade import trade

        asked, party = self._filters(filters), self._resolved(name, exact=exact)
        others = [self._resolved(partner, exact=exact)] if partner else []
        term = known_term(self.engine, "good", good) if good else None
        between = others[0].id if others else None
        answer = trade(self.engine, party.id, partner=between, good=term, joined=joined, filters=asked)
        such = "such " if good or partner else ""
        nothing = f"{party.name} is known, but no {such}trade of it is recorded here"
        return self._remarked(answer, asked, party, *others, nothing=nothing)

    def timeline(self, name: str, *, exact: bool = False, **filters: Unpack[Words]) -> Answer:
        """The facts of `name` and of what is inside it, in order of date."""
        from bycn.queries.timeline import timeline

        asked, party = self._filters(filters), self._resolved(name, exact=exact)
        answer = timeline(self.engine, party.id, asked)
        return self._remarked(
            answer, asked, party, nothing=f"{party.name} is known, but nothing is recorded of it here"
        )

    def show(self, name: str, **filters: Unpack[Words]) -> Answer:
        """One entity: its names, and the facts it is itself an end of. Or one fact, by its id or the last part of it.

        >>> graph.show("c1-123").columns
        ('item', 'value')

        """
        asked = self._filters(filters)
        try:
            entity = resolve(self.engine, name)
        except UnknownName:
            if (fact := known_fact(self.engine, name)) is None:
                self._tell_retracted(name)
                raise
            answer = overview.show_fact(self.engine, fact, name, asked)
            return self._remarked(answer, answer.filters)
        answer = overview.show(self.engine, entity.id, asked)
        found = any(row["fact"] for row in answer.to_dicts())
        nothing = f"{entity.name} is known, but nothing is recorded of it here"
        return self._remarked(answer, asked, nothing=nothing, found=found)

    def _tell_retracted(self, name: str) -> None:
        if self.engine.tables and self.engine.tables.paths:
            from bycn.loaders.own_data.retracted import tell_retracted

            tell_retracted(self.engine.tables, name)

    def search(self, text: str, *, limit: int = overview.LIMIT, **filters: Unpack[Words]) -> Answer:
        """Entities whose name contains `text`, and facts with it in title, note, goods or sectors, or for that much."""
        asked = self._filters(filters)
        answer = overview.search(self.engine, text, limit=limit, filters=asked)
        found = answer.rows or (asked != NO_FILTERS and overview.search(self.engine, text, limit=1).rows)
        alike = [] if found else overview.found_instead(self.engine, text)
        meant = f"; did you mean {', '.join(alike)}?" if alike else ""
        return self._remarked(answer, asked, nothing=f"nothing contains '{text}'{meant}")

    def resolve(self, name: str) -> Match:
        """Which entity a name means.

        >>> graph.resolve("维捷布斯克州").name
        'Vitebsk Region'

        Raises:
            UnknownName: nothing has that name; the error suggests some.
            AmbiguousName: several things have it; the error lists them.

        """
        return resolve(self.engine, name)

    def stats(self, **filters: Unpack[Words]) -> Answer:
        """How many entities there are by type and country, and how many facts by type and status.

        >>> graph.stats(only_signed=True).columns
        ('what', 'type', 'detail', 'count', 'doubtful')

        """
        return self._remarked(overview.stats(self.engine, self._filters(filters)))

    def sources(self, source: str | None = None, /, **filters: Unpack[Words]) -> Answer:
        """The sources with the number of facts that cite each, or the facts that rest on one.

        >>> len(graph.sources("fn-16")) > 0
        True

        Raises:
            UnknownName: there is no such source; the error suggests some.

        """
        from bycn.queries.evidence import facts_of_source, sources

        asked = self._filters(filters)
        answer = facts_of_source(self.engine, source, asked) if source else sources(self.engine, asked)
        return self._remarked(answer, asked, nothing="no fact rests on it")
