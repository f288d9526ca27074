"""The graph in a notebook or script: opened once, then asked.

Names are given as on the command line: an id, an ISO code, or any name in any language. So are the filters: every
question takes `type`, `exclude`, `between`, `as_of`, `status`, `only_signed` and `sector`.
"""

import warnings
from collections.abc import Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from bycn.graph_model.fields import columns
from bycn.graph_model.names import Match
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.loaders.selection import Selection
from bycn.queries.answers import Answer
from bycn.queries.filters import Filters, filtered
from bycn.queries.resolving import Place, resolve, resolve_place
from bycn.terminal import clean
from bycn.words import Words, filters_of

if TYPE_CHECKING:
    import networkx as nx

    from bycn.pictures.picture import Picture
    from bycn.pictures.selecting import Choice


def open_graph(
    data: str | Path | Sequence[str | Path] = (),
    *,
    only_data: bool = False,
    uri: str | None = None,
    user: str | None = None,
    database: str | None = None,
    password_file: str | Path | None = None,
) -> "OpenGraph":
    """Open the graph: the shipped tables, joined with your own (`data`), or a Neo4j at `uri`.

    Without `uri` a Neo4j that NEO4J_URI names is asked, where no `data` is given; else no server is needed. A
    password comes from NEO4J_PASSWORD or a file.

    >>> with open_graph() as graph:
    ...     graph.resolve("Витебск").id
    'city/vitebsk'

    Raises:
        DataError: the tables aren't sound.
        ConnectionFailed: there is no Neo4j at the address, or no embedded engine for this machine.
        ValueError: both `data` and `uri` are given.

    """
    from bycn.loaders.neo4j.address import address_from
    from bycn.loaders.opening import open_engine

    paths = (data,) if isinstance(data, str | Path) else tuple(data)
    selection = Selection(tuple(Path(path).expanduser() for path in paths), only_data)
    if uri and selection != Selection():
        raise ValueError("tables are asked without a server: give data or uri, not both; bycn load takes tables to one")
    file = Path(password_file) if password_file else None
    address = address_from(uri, user=user, database=database, password_file=file) if uri else None
    return OpenGraph(open_engine(selection, address))


class OpenGraph:
    """The graph of an engine, open for questions until it is closed."""

    def __init__(self, engine: Engine):
        self.engine = engine
        for warning in engine.warnings:
            warnings.warn(clean(warning), stacklevel=3)

    # Questions

    def connections(
        self,
        name: str,
        to: str = "province",
        *,
        exact: bool = False,
        direct: bool = False,
        with_events: bool = False,
        each_fact: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """Which entities of type `to` are tied to `name`, or to anything inside it. See `bycn connections`.

        >>> answer = open_graph().connections("Vitebsk", to="province", only_signed=True)
        >>> answer.columns
        ('name', 'id', 'facts', 'plans', 'through', 'ties')

        """
        from bycn.queries.connections import connections

        place, remarks = self._place(name, exact=exact)
        answer = connections(
            self.engine,
            place.id,
            to=to,
            filters=filters_of(filters),
            direct=direct,
            with_events=with_events,
            each_fact=each_fact,
        )
        return _with_remarks(answer, remarks)

    def neighbours(
        self,
        name: str,
        *,
        depth: int = 1,
        exact: bool = False,
        through_countries: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """Who is tied to `name` directly, or in `depth` steps.

        >>> len(open_graph().neighbours("Great Stone")) > 5
        True

        """
        from bycn.queries.neighbours import neighbours

        place, remarks = self._place(name, exact=exact)
        answer = neighbours(
            self.engine, place.id, depth=depth, filters=filters_of(filters), through_countries=through_countries
        )
        return _with_remarks(answer, remarks)

    def path(
        self,
        start: str,
        end: str,
        *,
        every_shortest: bool = False,
        count: int | None = None,
        max_hops: int = 8,
        exact: bool = False,
        through_countries: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """How `start` and `end` are connected: one shortest path, every one, or the `count` shortest.

        >>> [hop["to"] for hop in open_graph().path("Novopolotsk", "Shandong", exact=True)][:2]
        ['Vitebsk Region', 'Shandong']

        """
        from bycn.queries.paths import paths

        first, remarks = self._place(start, exact=exact)
        last, more = self._place(end, exact=exact)
        answer = paths(
            self.engine,
            first.id,
            last.id,
            every_shortest=every_shortest,
            count=count,
            max_hops=max_hops,
            filters=filters_of(filters),
            through_countries=through_countries,
        )
        return _with_remarks(answer, remarks + more)

    def trade(
        self,
        name: str,
        *,
        partner: str | None = None,
        good: str | None = None,
        exact: bool = False,
        **filters: Unpack[Words],
    ) -> Answer:
        """The flows and contracts of `name`, and what they add up to.

        >>> {row["row"] for row in open_graph().trade("Brest", between=(2023, 2024))} <= {"flow", "contract", "sum"}
        True

        """
        from bycn.queries.terms import known_term
        from bycn.queries.trade import trade

        party, remarks = self._place(name, exact=exact)
        other, more = self._place(partner, exact=exact) if partner else (None, [])
        term = known_term(self.engine, "good", good) if good else None
        answer = trade(
            self.engine, party.id, partner=other.id if other else None, good=term, filters=filters_of(filters)
        )
        return _with_remarks(answer, remarks + more)

    def timeline(self, name: str, *, exact: bool = False, **filters: Unpack[Words]) -> Answer:
        """The facts of `name` and of what is inside it, in order of date."""
        from bycn.queries.timeline import timeline

        party, remarks = self._place(name, exact=exact)
        return _with_remarks(timeline(self.engine, party.id, filters_of(filters)), remarks)

    def show(self, name: str, **filters: Unpack[Words]) -> Answer:
        """One entity: its names, and the facts it stands in itself."""
        from bycn.queries.overview import show

        return show(self.engine, resolve(self.engine, name).id, filters_of(filters))

    def search(self, text: str, *, limit: int = 100, **filters: Unpack[Words]) -> Answer:
        """Entities with a name that contains `text`, and facts whose title or note does."""
        from bycn.queries.overview import search

        return search(self.engine, text, limit=limit, filters=filters_of(filters))

    def resolve(self, name: str) -> Match:
        """Which entity a name means.

        >>> open_graph().resolve("维捷布斯克州").name
        'Vitebsk Region'

        Raises:
            UnknownName: nothing has that name; the error suggests some.
            AmbiguousName: several things have it; the error lists them.

        """
        return resolve(self.engine, name)

    def ask(self, question: str, /, *, exact: bool = False, filters: Words | None = None, **params: Any) -> Answer:
        """Ask a canned question by its name; `bycn queries list` lists them.

        >>> answer = open_graph().ask("twinnings/of_place", entity="Vitebsk", filters={"only_signed": True})
        >>> len(answer.fact_ids()) > 0
        True

        Raises:
            UnknownQuestion: there is none of that name.
            WrongParameter: it doesn't take this parameter, this value, or filters.

        """
        from bycn.queries.library import ask

        return ask(self.engine, question, filters=filters_of(filters or {}), exact=exact, **params)

    def query(self, cypher: str, **params: Any) -> Answer:
        """Ask in Cypher of your own, read-only.

        >>> open_graph().query("MATCH (p:Province {id: $id}) RETURN p.name AS name", id="CN-HL").rows
        [('Heilongjiang',)]

        """
        from bycn.queries.free import free

        return free(self.engine, cypher, params)

    # The whole

    @property
    def entities(self) -> Answer:
        """All entities, a row each, with what every type has.

        >>> frame = open_graph().entities.to_dataframe()
        >>> sorted(frame[frame["type"] == "country"]["id"])
        ['BY', 'CN']

        """
        from bycn.graph_model.entities import Entity

        names = ("id", "type", *(c.name for c in columns(Entity) if c.name != "id"))
        nodes = self.engine.stream(statement("export/nodes"))
        told = sorted((node["properties"] for node in nodes if "Entity" in node["labels"]), key=itemgetter("id"))
        return Answer(names, [tuple(p.get(name) for name in names) for p in told])

    @property
    def facts(self) -> Answer:
        """All facts, a row each, with what every type has; what is special to a type is in `to_networkx()`.

        >>> facts = open_graph().facts
        >>> facts.columns[:4]
        ('id', 'type', 'from', 'to')

        """
        from bycn.graph_model.facts import Fact

        names = ("id", "type", "from", "to", *(c.name for c in columns(Fact) if c.name not in ("id", "from", "to")))
        rows = []
        facts = self.engine.stream(*filtered(statement("export/facts")))
        for fact in sorted(facts, key=itemgetter("id")):
            told = fact["properties"] | {"type": fact["type"], "from": fact["start"], "to": fact["end"]}
            rows.append(tuple(told.get(name) for name in names))
        return Answer(names, rows, engine=self.engine)

    def to_networkx(self, *, max_facts: int | None = None, **filters: Unpack[Words]) -> "nx.MultiDiGraph":
        """The graph as networkx has it: all attributes, every fact an edge under its own id as key.

        >>> graph = open_graph().to_networkx(type="TWINNED_WITH")
        >>> graph.edges["BY-VI", "CN-HL", "zalesskij-2024/c1-086"]["date"]
        '2011'

        Raises:
            TooManyFacts: there are more than `max_facts` (200,000 unless given).

        """
        from bycn.queries.networks import MAX_FACTS, to_networkx

        return to_networkx(self.engine, filters_of(filters), max_facts=max_facts or MAX_FACTS)

    def draw(
        self,
        *names: str,
        depth: int = 1,
        path: tuple[str, str] | None = None,
        question: str | None = None,
        params: dict[str, Any] | None = None,
        exact: bool = False,
        layout: str | None = None,
        everything: bool = False,
        title: str | None = None,
        **filters: Unpack[Words],
    ) -> "Picture":
        """Draw the network: what is around each name, the paths between two, the facts of a question, or all.

        The picture shows in a notebook without asking any server; `save` writes it to a file.

        >>> picture = open_graph().draw("Vitebsk", only_signed=True)
        >>> picture.html.lower().startswith("<!doctype html>")
        True

        Raises:
            ValueError: more than one of names, `path` and `question` is given.

        """
        from bycn.pictures import MOST_ENTITIES
        from bycn.pictures.layout import lay_out
        from bycn.pictures.picture import Picture
        from bycn.pictures.selecting import collect

        if sum(map(bool, (names, path, question))) > 1:
            raise ValueError("draw what is around names, or a path, or a question: one of them")
        asked = filters_of(filters)
        choice, remarks = self._choice(names, depth, path, question, params or {}, asked, exact=exact)
        if title:
            choice = choice._replace(title=title)
        subject = collect(self.engine, choice, asked, most=None if everything else MOST_ENTITIES)
        return Picture(lay_out(subject, layout), [*remarks, *subject.remarks])

    def _choice(
        self,
        names: tuple[str, ...],
        depth: int,
        path: tuple[str, str] | None,
        question: str | None,
        params: dict[str, Any],
        filters: Filters,
        *,
        exact: bool,
    ) -> "tuple[Choice, list[str]]":
        from bycn.pictures import selecting

        if question:
            return selecting.asked(self.engine, question, params, filters, exact=exact)
        found = [self._place(name, exact=exact) for name in path or names]
        places, remarks = [place for place, _ in found], [remark for _, told in found for remark in told]
        if path:
            return selecting.between(self.engine, places[0], places[1], filters), remarks
        if names:
            return selecting.neighbourhood(self.engine, places, depth, filters, exact=exact), remarks
        return selecting.whole(filters), remarks

    def close(self) -> None:
        """Give the database back."""
        self.engine.close()

    def __enter__(self) -> "OpenGraph":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<bycn graph, {self.engine.name}>"

    def _place(self, name: str, *, exact: bool) -> tuple[Place, list[str]]:
        place = resolve_place(self.engine, name, exact=exact)
        if place.widened_from is None:
            return place, []
        widened = f"{place.widened_from} is taken as {place.name} with all that lies in it"
        return place, [f"{widened}; exact=True asks for the city alone"]


def _with_remarks(answer: Answer, remarks: Iterable[str]) -> Answer:
    answer.remarks[:0] = remarks
    return answer
