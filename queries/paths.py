"""How two entities are connected.

Shortest paths are found breadth-first, a layer a query: both engines give the same ones, filters hold on every hop, and
parallel facts all show.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

from bycn.loaders.engine import Engine, Record
from bycn.queries.answers import Answer
from bycn.queries.filters import Filters
from bycn.queries.neighbours import describe_step, steps

COLUMNS = ("path", "hop", "from", "direction", "to", "type", "date", "status", "title", "sources", "fact")
MAX_HOPS = 8

Layers = list[dict[str, list[Record]]]
"""For each distance from the start: the entities first met there, each with the facts that lead to it."""


def paths(
    engine: Engine,
    start: str,
    end: str,
    *,
    every_shortest: bool = False,
    count: int | None = None,
    max_hops: int = MAX_HOPS,
    filters: Filters | None = None,
    through_countries: bool = False,
) -> Answer:
    """How `start` and `end` (ids) are connected, by facts and structure: one row for each fact of each hop.

    One shortest path; with `every_shortest` all that are as short; with `count` the so many shortest simple paths
    (Yen 1971, by networkx). Paths don't run through a country, which would say nothing, unless `through_countries`
    or it is an end.
    """
    wanted = filters or Filters()
    wanted.parameters()  # a wrong word is told even where nothing has to be asked
    if start == end:
        return Answer(COLUMNS, [], ["both names mean the same entity"])

    def opens(record: Record) -> bool:
        return through_countries or record["entity_type"] != "country" or record["id"] == end

    if count is not None:
        found = _shortest_simple(engine, start, end, count, max_hops, wanted, opens)
    else:
        layers = _layers(engine, start, end, max_hops, wanted, opens)
        routes = _routes(layers, start, end)
        found = list(routes if every_shortest else islice(routes, 1))
    rows = [
        describe_step(fact) | {"path": number, "hop": hop, "from": fact["near_words"], "to": fact["far_words"]}
        for number, route in enumerate(found, 1)
        for hop, facts in enumerate(route, 1)
        for fact in facts
    ]
    return Answer.of(COLUMNS, rows, engine=engine)


Route = list[list[Record]]
"""A path: for each hop the facts that lie side by side on it."""


def _layers(engine: Engine, start: str, end: str, max_hops: int, filters: Filters, opens: Any) -> Layers:
    seen, frontier, layers = {start}, [start], []
    for _ in range(max_hops):
        layer: dict[str, list[Record]] = defaultdict(list)
        for record in steps(engine, frontier, filters):
            if record["id"] not in seen and opens(record):
                layer[record["id"]].append(record)
        layers.append(layer)
        seen.update(layer)
        if end in layer or not layer:
            break
        frontier = sorted(layer)
    return layers


def _routes(layers: Layers, start: str, end: str) -> Iterator[Route]:
    """Every shortest path, walked back from its end."""
    if not layers or end not in layers[-1]:
        return

    def back(entity: str, distance: int) -> Iterator[Route]:
        if distance == 0:
            yield []
            return
        facts = layers[distance - 1][entity]
        for near in sorted({fact["near"] for fact in facts}):
            for route in back(near, distance - 1):
                yield [*route, [fact for fact in facts if fact["near"] == near]]

    yield from back(end, len(layers))


def _shortest_simple(
    engine: Engine, start: str, end: str, count: int, max_hops: int, filters: Filters, opens: Any
) -> list[Route]:
    import networkx as nx

    graph = nx.Graph()
    hops: dict[tuple[str, str], list[Record]] = defaultdict(list)
    seen, frontier = {start}, [start]
    for _ in range(max_hops):
        found = [record for record in steps(engine, frontier, filters) if opens(record)]
        for record in found:
            graph.add_edge(record["near"], record["id"])
            hops[record["near"], record["id"]].append(record)
        frontier = sorted({record["id"] for record in found} - seen - {end})
        seen.update(frontier)
        if not frontier:
            break
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return []
    simple = nx.shortest_simple_paths(graph, start, end)
    short = (nodes for nodes in islice(simple, count) if len(nodes) <= max_hops + 1)
    return [[hops[hop] for hop in pairwise(nodes)] for nodes in short]
