"""The graph as networkx has it, for what Cypher lacks: the whole of it, or who is tied to whom."""

from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from bycn.graph_model.errors import BycnError
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.filters import Filters, filtered
from bycn.queries.overview import public

if TYPE_CHECKING:
    import networkx as nx

MAX_FACTS = 200_000
FIGURES = ("INDICATOR",)
"""What tells of one party alone."""
STRUCTURE = ("PART_OF", "LOCATED_IN")
"""What says where things lie."""
EVENT_TIES = ("TOOK_PART_IN", "MEMBER_OF")
"""What ties everybody to everybody who was at the same event or belongs to the same body."""


class TooManyFacts(BycnError):
    """The graph is larger than networkx should be given; the message says the remedy."""


def to_networkx(engine: Engine, filters: Filters | None = None, *, max_facts: int = MAX_FACTS) -> "nx.MultiDiGraph":
    """The graph with all attributes: entities by their id, facts side by side, each under its own id as key.

    With filters, only the facts they keep and the entities these tie together.

    Raises:
        TooManyFacts: there are more than `max_facts`.

    """
    import networkx as nx

    asked = filters or Filters()
    graph = nx.MultiDiGraph()
    entities = {n["id"]: n["properties"] for n in engine.stream(statement("export/nodes")) if "Entity" in n["labels"]}
    facts = list(islice(engine.stream(*filtered(statement("export/facts"), asked)), max_facts + 1))
    if len(facts) > max_facts:
        raise TooManyFacts(
            f"there are more than {max_facts:,} facts here; ask for fewer with --type, --between or another "
            "filter, or allow more with --max-facts"
        )
    if asked == Filters():
        graph.add_nodes_from(sorted(entities))
    for fact in sorted(facts, key=itemgetter("id")):
        graph.add_edge(
            fact["start"], fact["end"], key=fact["id"], **(public(fact["properties"]) | {"type": fact["type"]})
        )
    for entity in graph:
        graph.nodes[entity].update(public(entities[entity]))
    return graph


def ties(
    engine: Engine,
    filters: Filters | None = None,
    *,
    max_facts: int = MAX_FACTS,
    with_events: bool = False,
    with_structure: bool = False,
    through_countries: bool = False,
) -> "nx.Graph":
    """Who is tied to whom: an undirected graph, each pair once, with the number of its facts as `weight`.

    A pair's `facts` are their ids and types. Figures tie nobody; structure does only `with_structure`, events and
    memberships `with_events`; types that the filters name count in any case. Belarus and China themselves are left
    out unless `through_countries`, for everything hangs on them.

    Raises:
        TooManyFacts: there are more than `max_facts`.

    """
    import networkx as nx

    asked = filters or Filters()
    named = {word.upper() for word in asked.types}
    left_out = FIGURES + (() if with_structure else STRUCTURE) + (() if with_events else EVENT_TIES)
    untied = [type_ for type_ in left_out if type_ not in named]
    whole = to_networkx(engine, asked._replace(exclude=(*asked.exclude, *untied)), max_facts=max_facts)
    graph = nx.Graph()
    graph.add_nodes_from((n, d) for n, d in sorted(whole.nodes.items()) if through_countries or d["type"] != "country")
    for start, end, id_, attributes in sorted(whole.edges(keys=True, data=True), key=lambda edge: edge[2]):
        if start != end and start in graph and end in graph:
            if not graph.has_edge(start, end):
                graph.add_edge(start, end, weight=0, facts=[])
            tie = graph.edges[start, end]
            tie["weight"] += 1
            tie["facts"].append((id_, attributes["type"]))
    graph.remove_nodes_from([entity for entity, degree in graph.degree if degree == 0])
    return graph
