"""The open graph: what a notebook, a script and the commands ask.

An entity is given by id, by ISO code, or by any name in any language. Every question takes the common filters: `type`,
`exclude`, `between`, `as_of`, `status`, `only_signed`, `sector`, `source` and `exclude_source`. What should be known
about an answer stands in its remarks, in the words of whoever shows them.
"""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack, cast

from bycn.graph_model.names import Match, UnknownName
from bycn.keyword_filters import TieWords, Words, filters_of, parted
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.loaders.selection import Selection
from bycn.queries import bridges, centrality, communities, neighbours, networks, overview, read_only
from bycn.queries.answers import Answer
from bycn.queries.connections import TO
from bycn.queries.filters import Filters, filtered
from bycn.queries.lookups import known_fact
from bycn.queries.neighbours import DEPTH
from bycn.queries.remarks import Remark, WithoutTime
from bycn.queries.resolving import Place, resolve, resolve_place, suggestions
from bycn.terminal import clean

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

    from bycn.pictures.picture import Picture
    from bycn.pictures.subject import Choice
    from bycn.queries.library import Library, Runnable


def open_graph(
    data: str | Path | Sequence[str | Path] = (),
    *,
    only_data: bool = False,
    uri: str | None = None,
    user: str | None = None,
    database: str | None = None,
    password_file: str | Path | None = None,
    queries: str | Path | None = None,
) -> "OpenGraph":
    """Open the graph: the shipped tables, joined with your own (`data`), or a Neo4j at `uri`.

    Without `uri` a Neo4j that NEO4J_URI names is asked, where no `data` is given; else no server is needed. A
    password comes from NEO4J_PASSWORD or a file. `queries` is a folder of questions of your own, joined to the shipped
    ones.

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
    engine = open_engine(selection, address)
    for warning in engine.warnings:
        warnings.warn(clean(warning), stacklevel=2)
    return OpenGraph(engine, queries=queries)


class OpenGraph:
    """The graph of an engine, open for questions until it is closed."""

    def __init__(self, engine: Engine, *, queries: str | Path | None = None):
        self.engine = engine
        self._own_queries = Path(queries).expanduser() if queries else None

    # Questions

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

        >>> answer = open_graph().connections("Vitebsk", to="province", only_signed=True)
        >>> answer.columns
        ('name', 'id', 'facts', 'plans', 'through', 'ties')

        """
        from bycn.queries.connections import connections

        asked, place = self._filters(filters), self._place(name, exact=exact)
        answer = connections(
            self.engine,
            place.id,
            to=to,
            filters=asked,
            direct=direct,
            with_events=with_events,
            each_fact=each_fact,
        )
        return self._told(answer, asked, place, nothing=f"{place.name} is known, but no {to} is tied to it here")

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

        >>> len(open_graph().neighbours("Great Stone")) > 5
        True

        """
        asked, place = self._filters(filters), self._place(name, exact=exact)
        answer = neighbours.neighbours(
            self.engine, place.id, depth=depth, filters=asked, through_countries=through_countries
        )
        return self._told(answer, asked, place, nothing=f"{place.name} is known, but nothing is tied to it here")

    def between(
        self, first: str, second: str, *, exact: bool = False, with_events: bool = False, **filters: Unpack[Words]
    ) -> Answer:
        """All facts that tie what lies in `first` to what lies in `second`, pair by pair: firm and near ones first.

        >>> [row["to"] for row in open_graph().between("Vitebsk", "Jinan")][:1]
        ['Jinan']

        Raises:
            SameEntity: both are the same.

        """
        from bycn.queries.between import between

        asked = self._filters(filters)
        one, other = (self._place(name, exact=exact) for name in (first, second))
        answer = between(self.engine, one, other, exact=exact, with_events=with_events, filters=asked)
        return self._told(answer, asked, one, other, nothing=f"no fact ties {one.name} to {other.name} directly")

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

        The first remark says it in a sentence; `every_shortest` shows all chains that are as short, `count` so many.

        >>> print(open_graph().path("Vitebsk city", "Jinan").remarks[0])
        Vitebsk and Jinan are tied directly: twinned with, 2009

        Raises:
            SameEntity: both are the same.

        """
        from bycn.queries.connecting import Connecting
        from bycn.queries.paths import Rules

        asked = self._filters(filters)
        one, other = (self._place(name, exact=exact) for name in (first, second))
        rules = Rules(with_events, no_places, through_countries)
        connecting = Connecting(self.engine, one, other, exact, asked, rules)
        answer = connecting.answer(every_shortest=every_shortest, count=count)
        return self._told(answer, asked, one, other, nothing=None)

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

        >>> {row["row"] for row in open_graph().trade("Brest", between=(2023, 2024))} <= {"flow", "contract", "sum"}
        True

        """
        from bycn.queries.known_words import known_term
        from bycn.queries.trade import trade

        asked, party = self._filters(filters), self._place(name, exact=exact)
        others = [self._place(partner, exact=exact)] if partner else []
        term = known_term(self.engine, "good", good) if good else None
        between = others[0].id if others else None
        answer = trade(self.engine, party.id, partner=between, good=term, joined=joined, filters=asked)
        nothing = f"{party.name} is known, but no such trade of it is told here"
        return self._told(answer, asked, party, *others, nothing=nothing)

    def timeline(self, name: str, *, exact: bool = False, **filters: Unpack[Words]) -> Answer:
        """The facts of `name` and of what is inside it, in order of date."""
        from bycn.queries.timeline import timeline

        asked, party = self._filters(filters), self._place(name, exact=exact)
        answer = timeline(self.engine, party.id, asked)
        return self._told(answer, asked, party, nothing=f"{party.name} is known, but nothing is told of it here")

    def show(self, name: str, **filters: Unpack[Words]) -> Answer:
        """One entity: its names, and the facts it stands in itself. Or one fact, by its id or the end of that.

        >>> open_graph().show("c1-123").columns
        ('item', 'value')

        """
        asked = self._filters(filters)
        try:
            entity = resolve(self.engine, name).id
        except UnknownName:
            if (fact := known_fact(self.engine, name)) is None:
                raise
            return overview.show_fact(self.engine, fact)
        return overview.show(self.engine, entity, asked)

    def search(self, text: str, *, limit: int = overview.LIMIT, **filters: Unpack[Words]) -> Answer:
        """Entities with a name that contains `text`, and facts in which it stands, as a good or sector too."""
        answer = overview.search(self.engine, text, limit=limit, filters=self._filters(filters))
        alike = [] if answer.rows else suggestions(self.engine, text)
        meant = f"; did you mean {', '.join(alike)}?" if alike else ""
        return _or_nothing(replace(answer, drawn_by=self.draw), f"nothing contains '{text}'{meant}")

    def resolve(self, name: str) -> Match:
        """Which entity a name means.

        >>> open_graph().resolve("维捷布斯克州").name
        'Vitebsk Region'

        Raises:
            UnknownName: nothing has that name; the error suggests some.
            AmbiguousName: several things have it; the error lists them.

        """
        return resolve(self.engine, name)

    def stats(self, **filters: Unpack[Words]) -> Answer:
        """How many entities there are by type and country, and how many facts by type and status.

        >>> open_graph().stats(only_signed=True).columns
        ('what', 'type', 'detail', 'count', 'doubtful')

        """
        return overview.stats(self.engine, self._filters(filters))

    def sources(self, source: str | None = None, /, **filters: Unpack[Words]) -> Answer:
        """The sources with the number of facts that cite each, or the facts that rest on one.

        >>> len(open_graph().sources("fn-16")) > 0
        True

        Raises:
            UnknownName: there is no such source; the error suggests some.

        """
        from bycn.queries.evidence import facts_of_source, sources

        asked = self._filters(filters)
        answer = facts_of_source(self.engine, source, asked) if source else sources(self.engine, asked)
        return _or_nothing(replace(answer, drawn_by=self.draw), "no fact rests on it")

    # The network as a whole: what counts as a tie is said by `with_events`, `with_structure`, `through_countries`

    def central(self, *, by: str = centrality.BY, limit: int = centrality.LIMIT, **options: Unpack[TieWords]) -> Answer:
        """Who stands in the middle of the network, by `degree` or `betweenness`.

        >>> open_graph().central(limit=3, type="TWINNED_WITH").columns[:3]
        ('rank', 'name', 'id')

        Raises:
            TooManyFacts: there are more than `max_facts`; so do the others that look at the whole network.

        """
        graph, remarks = self._ties(options)
        return _with_remarks(centrality.central(graph, by=by, limit=limit), remarks)

    def communities(
        self,
        *,
        each_member: bool = False,
        resolution: float = communities.RESOLUTION,
        seed: int = communities.SEED,
        **options: Unpack[TieWords],
    ) -> Answer:
        """Which entities are tied more to each other than to the rest; with `each_member`, a row an entity."""
        graph, remarks = self._ties(options)
        answer = communities.communities(graph, resolution=resolution, seed=seed, each_member=each_member)
        return _with_remarks(answer, remarks)

    def components(self, *, each_member: bool = False, **options: Unpack[TieWords]) -> Answer:
        """The pieces of the network that no tie joins to each other, largest first."""
        graph, remarks = self._ties(options)
        return _with_remarks(communities.components(graph, each_member=each_member), remarks)

    def bridges(self, *, least: int = bridges.LEAST, **options: Unpack[TieWords]) -> Answer:
        """The ties without which the network falls into two, the smaller of `least` entities or more."""
        graph, remarks = self._ties(options)
        return _with_remarks(bridges.bridges(graph, least=least), remarks)

    # Questions in Cypher

    def queries(self, subject: str | None = None) -> Answer:
        """The canned questions, or those of a subject such as `trade`, with the parameters that they take.

        >>> "twinnings/of_place" in [row["name"] for row in open_graph().queries("twinnings")]
        True

        """
        from bycn.queries.library import listed

        return listed(self.library(), subject)

    def library(self) -> "Library":
        """The canned questions, the user's own among them."""
        from bycn.queries.library import Library

        return Library(self._own_queries)

    def ask(
        self, question: str, params: Mapping[str, Any] | None = None, /, *, exact: bool = False, **given: Any
    ) -> Answer:
        """Ask a canned question by its name: its parameters and the filters are given side by side.

        Where a parameter is called like a filter, it goes before; `params` holds parameters apart from filters.

        >>> answer = open_graph().ask("twinnings/of_place", entity="Vitebsk", only_signed=True)
        >>> len(answer.fact_ids()) > 0
        True

        Raises:
            UnknownQuestion: there is none of that name.
            WrongParameter: it doesn't take this parameter, this value, or filters.

        """
        from bycn.queries.library import ask

        library = self.library()
        values, asked = self._given(library, question, params, given)
        answer = ask(self.engine, question, values, filters=asked, exact=exact, library=library)
        return self._told(answer, asked, nothing="no rows")

    def cypher(
        self, question: str, params: Mapping[str, Any] | None = None, /, *, exact: bool = False, **given: Any
    ) -> "Runnable":
        """What `ask` would run: the `text` of a canned question with its filters, and the `values` it takes.

        >>> open_graph().cypher("twinnings/of_place", entity="Vitebsk").values["entity"]
        'BY-VI'

        """
        from bycn.queries.library import bound

        library = self.library()
        values, asked = self._given(library, question, params, given)
        return bound(self.engine, library.find(question), values, filters=asked, exact=exact)

    def query(
        self,
        cypher: str,
        *,
        params: Mapping[str, Any] | None = None,
        seconds: float = read_only.SECONDS,
        limit: int = read_only.ROWS,
    ) -> Answer:
        """Ask in Cypher of your own, read-only: `limit` rows at the most, and a remark where there are more.

        >>> open_graph().query("MATCH (p:Province {id: $id}) RETURN p.name AS name", params={"id": "CN-HL"}).rows
        [('Heilongjiang',)]

        """
        answer = read_only.run_query(self.engine, cypher, params, seconds=seconds, limit=limit)
        return _or_nothing(replace(answer, drawn_by=self.draw), "no rows")

    # The whole

    @property
    def entities(self) -> Answer:
        """All entities, a row each, with what every type has.

        >>> frame = open_graph().entities.to_dataframe()
        >>> sorted(frame[frame["type"] == "country"]["id"])
        ['BY', 'CN']

        """
        from bycn.graph_model.entities import Entity
        from bycn.graph_model.fields import columns

        names = ("id", "type", *(c.name for c in columns(Entity) if c.name != "id"))
        nodes = self.engine.stream(statement("export/nodes"))
        told = sorted((node["properties"] for node in nodes if "Entity" in node["labels"]), key=itemgetter("id"))
        return Answer(names, [tuple(p.get(name) for name in names) for p in told])

    @property
    def facts(self) -> Answer:
        """All facts, a row each, with every column that a type has and what follows from it, such as bounds of dates.

        >>> facts = open_graph().facts
        >>> facts.columns[:4]
        ('id', 'type', 'from', 'to')
        >>> {"date_start", "date_end", "instrument", "measure"} <= set(facts.columns)
        True

        """
        from bycn.graph_model.facts import FACT_TYPES
        from bycn.graph_model.fields import columns
        from bycn.graph_model.properties import property_names

        told = [name for cls in FACT_TYPES.values() for name in (*(c.name for c in columns(cls)), *property_names(cls))]
        names = tuple(dict.fromkeys(("id", "type", "from", "to", *(n for n in told if not n.startswith("_")))))
        rows = []
        facts = self.engine.stream(*filtered(statement("export/facts")))
        for fact in sorted(facts, key=itemgetter("id")):
            held = fact["properties"] | {"type": fact["type"], "from": fact["start"], "to": fact["end"]}
            rows.append(tuple(held.get(name) for name in names))
        return Answer(names, rows, engine=self.engine, drawn_by=self.draw)

    def to_networkx(self, *, max_facts: int = networks.MAX_FACTS, **filters: Unpack[Words]) -> "nx.MultiDiGraph":
        """The graph as networkx has it: all attributes, every fact an edge under its own id as key.

        >>> graph = open_graph().to_networkx(type="TWINNED_WITH")
        >>> graph.edges["BY-VI", "CN-HL", "zalesskij-2024/c1-086"]["date"]
        '2011'

        Raises:
            TooManyFacts: there are more than `max_facts`.

        """
        return networks.to_networkx(self.engine, self._filters(filters), max_facts=max_facts)

    def export(
        self,
        form: str,
        path: str | Path,
        *,
        force: bool = False,
        undirected: bool = False,
        with_sources: bool = False,
        **filters: Unpack[Words],
    ) -> None:
        """Write the graph, or the facts that the filters keep, for other programs. See `bycn export`.

        Networks (`graphml`, `gexf`, `d3`, `cytoscape`) may be `undirected`, and hold sources and documents as nodes.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     open_graph().export("graphml", f"{folder}/signed.graphml", only_signed=True)

        Raises:
            ValueError: the graph isn't written in that form, or not so; the error lists those it is.
            FileExists: the file or folder is there and `force` isn't given, or it holds what no export wrote.

        """
        from bycn.exports.forms import write

        asked = self._filters(filters)
        write(self.engine, form, path, asked, force=force, undirected=undirected, with_sources=with_sources)

    def draw(
        self,
        *names: str,
        depth: int = DEPTH,
        path: tuple[str, str] | None = None,
        question: str | None = None,
        params: Mapping[str, Any] | None = None,
        facts: "Iterable[str] | nx.Graph | None" = None,
        exact: bool = False,
        by: str | None = None,
        measure: str | None = None,
        layout: str | None = None,
        everything: bool = False,
        title: str | None = None,
        languages: str | Sequence[str] = "en",
        width: float | None = None,
        grey: bool = False,
        scale: str = "root",
        size: str | Mapping[str, float] = "facts",
        color: str | Mapping[str, str] = "country",
        labels: Sequence[str] | None = None,
        **filters: Unpack[Words],
    ) -> "Picture":
        """Draw the network: what is around each name, the paths between two, the facts of a question, or all.

        `facts` are chosen ones: their ids, or a network of networkx with ids of ours, whose edges are facts by their
        keys, or else all facts of their pairs.

        All of it is told `by="region"` unless a layout or `by="entity"` is asked for. `languages` are one or more of
        `en`, `be`, `ru`, `zh`, `fr`; `width` is that in print, in millimetres; `scale`, of amounts, is `root` or `log`.
        Nodes have the `size` of their number of `facts`, their `degree` or `betweenness` among the ties drawn, or of
        values by id; their `color` is that of their `country` or `community`, or of groups by id; `labels` are the
        entities that get a name, all unless given.
        The picture shows in a notebook without asking any server; `save` writes it to a file.

        >>> picture = open_graph().draw("Vitebsk", only_signed=True)
        >>> picture.html.lower().startswith("<!doctype html>")
        True

        Raises:
            ValueError: more than one of names, `path`, `question` and `facts` is given, or a word isn't one of those
                above.

        """
        from bycn.pictures import MOST_ENTITIES
        from bycn.pictures.layout import lay_out
        from bycn.pictures.look import look_of
        from bycn.pictures.measures import measured
        from bycn.pictures.picture import Picture
        from bycn.pictures.recipe import command
        from bycn.pictures.regions import regions_of
        from bycn.pictures.subject import chosen, collect

        if sum((bool(names), bool(path), bool(question), facts is not None)) > 1:
            raise ValueError("draw what is around names, or a path, or a question, or chosen facts: one of them")
        look = look_of(languages, width, scale, is_grey=grey)
        asked = self._filters(filters)
        remarks: list[Remark] = []
        if facts is not None:
            choice = chosen(self.engine, facts, asked)
        else:
            choice, remarks = self._choice(names, depth, path, question, params or {}, asked, exact=exact)
        if title:
            choice = choice._replace(title=title, title_ends=None)
        emphasis = size != "facts" or color != "country" or labels is not None
        is_whole = not (names or path or question or layout or emphasis or facts is not None)
        by_region = by == "region" or measure is not None or (by is None and is_whole)
        subject = collect(self.engine, choice, asked, most=None if everything or by_region else MOST_ENTITIES)
        remarks += [*subject.remarks, *self._without_time(asked)]
        if not subject.facts:
            remarks.append("the picture is empty: no fact fits")
        named = None if labels is None else {self.resolve(name).id for name in labels}
        drawing = measured(lay_out(subject, layout, look), size, color, named)
        regions = regions_of(drawing.subject, look, measure) if by_region else None
        if by_region and not (regions and regions.cells):
            regions = None
            remarks += ["no tie joins two regions here: entities are drawn"] if by or measure else []
        again = {
            "names": names, "depth": depth if depth != DEPTH else None, "path": path, "question": question,
            "params": params, "exact": exact, "by": by, "measure": measure, "layout": layout, "everything": everything,
            "title": title, "languages": None if look.languages == ("en",) else ",".join(look.languages),
            "width": width and f"{width:g}mm", "grey": grey, "scale": scale if scale != "root" else None,
            "size": size if size != "facts" else None, "color": color if color != "country" else None, "labels": labels,
            **filters,
        }  # fmt: skip
        unsaid = facts is not None or not (isinstance(size, str) and isinstance(color, str))  # by no option
        picture = Picture(drawing, remarks, regions=regions, command="" if unsaid else command(again))
        remarks += picture.misfits()
        return picture

    def to_pyvis(self, *names: str, **given: Any) -> "Network":
        """The picture that `draw` would make as a `pyvis.network.Network`, to change and show by pyvis's own means.

        >>> network = open_graph().to_pyvis("Vitebsk", only_signed=True)
        >>> len(network.nodes) > 10
        True

        """
        return self.draw(*names, **{"by": "entity"} | given).to_pyvis()

    def _choice(
        self,
        names: tuple[str, ...],
        depth: int,
        path: tuple[str, str] | None,
        question: str | None,
        params: Mapping[str, Any],
        filters: Filters,
        *,
        exact: bool,
    ) -> "tuple[Choice, list[Remark]]":
        from bycn.pictures import subject

        if question:
            return subject.asked(self.engine, question, params, filters, exact=exact, library=self.library())
        places = [self._place(name, exact=exact) for name in path or names]
        remarks = [remark for place in places for remark in place.remarks]
        if path:
            return subject.between(self.engine, places[0], places[1], filters, exact=exact), remarks
        if names:
            return subject.neighbourhood(self.engine, places, depth, filters, exact=exact), remarks
        return subject.whole(filters), remarks

    def close(self) -> None:
        """Give the database back."""
        self.engine.close()

    def __enter__(self) -> "OpenGraph":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<bycn graph, {self.engine.name}>"

    # What the questions have in common

    def _place(self, name: str, *, exact: bool) -> Place:
        return resolve_place(self.engine, name, exact=exact)

    def _filters(self, words: Words, *, among: type = Words) -> Filters:
        filters = filters_of(words, among=among)
        if filters.sectors:
            from bycn.queries.known_words import known_term

            filters = filters._replace(sectors=tuple(known_term(self.engine, "sector", s) for s in filters.sectors))
        if not (filters.works or filters.without_works):
            return filters
        from bycn.queries.evidence import with_known_sources  # it brings pydantic, which other answers don't need

        return with_known_sources(self.engine, filters)

    def _given(
        self, library: "Library", question: str, params: Mapping[str, Any] | None, given: Mapping[str, Any]
    ) -> tuple[Mapping[str, Any], Filters]:
        """The parameters of a question, and the filters."""
        if params is not None:
            return params, self._filters(cast("Words", given))
        values, words = parted(given, [parameter.name for parameter in library.find(question).header.parameters])
        return values, self._filters(words)

    def _ties(self, options: TieWords) -> "tuple[nx.Graph, list[Remark]]":
        asked = self._filters(options, among=TieWords)
        graph = networks.ties(
            self.engine,
            asked,
            max_facts=options.get("max_facts", networks.MAX_FACTS),
            with_events=options.get("with_events", False),
            with_structure=options.get("with_structure", False),
            through_countries=options.get("through_countries", False),
        )
        return graph, [*self._without_time(asked), *([] if graph else ["no ties are left by these filters"])]

    def _told(self, answer: Answer, filters: Filters, *places: Place, nothing: str | None) -> Answer:
        """An answer with what to know about it: how names were taken, what has no time, and what wasn't found."""
        answer.remarks.extend(self._without_time(filters))
        _with_remarks(answer, [remark for place in places for remark in place.remarks])
        if nothing and filters != Filters():
            nothing += f"; no fact fits the filters ({filters.in_words()})"
        return _or_nothing(replace(answer, places=places, drawn_by=self.draw), nothing)

    def _without_time(self, filters: Filters) -> list[Remark]:
        count = overview.without_time(self.engine) if filters.as_of else 0
        return [WithoutTime(count)] if count else []


def _with_remarks(answer: Answer, remarks: list[Remark]) -> Answer:
    answer.remarks[:0] = remarks
    return answer


def _or_nothing(answer: Answer, nothing: str | None) -> Answer:
    if nothing and not answer.rows:
        answer.remarks.append(nothing)
    return answer
