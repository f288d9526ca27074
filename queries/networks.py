"""The graph as networkx has it, for what Cypher lacks: the whole of it, or who is tied to whom."""

from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from bycn.graph_model.errors import BycnError
from bycn.graph_model.messages import Spelling
from bycn.graph_model.vocabulary import CONTAINING, FACT_TRAITS, MEMBERSHIPS
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.answers import EVERY_ROW
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.network_attributes import Kinds, flat, of_entity, of_fact

if TYPE_CHECKING:
    import networkx as nx

MAX_FACTS = 200_000
EVENT_TIES = (*(name for name, trait in FACT_TRAITS.items() if trait == "participation"), *MEMBERSHIPS)
"""What ties everybody to everybody who was at the same event or belongs to the same body."""


class TooManyFacts(BycnError):
    """The graph has more than `limit` facts, and is larger than networkx should be given."""

    def __init__(self, limit: int):
        self.limit = limit
        super().__init__(limit)

    def in_words(self, spelled: Spelling) -> str:
        """How many are allowed, and how to ask for fewer or allow more."""
        return (
            f"there are more than {self.limit:,} facts here; ask for fewer with {spelled('type')}, "
            f"{spelled('between')} or another filter, or allow more with {spelled('max_facts')}"
        )


def to_networkx(engine: Engine, filters: Filters = NO_FILTERS, *, max_facts: int = MAX_FACTS) -> "nx.MultiDiGraph":
    """The graph with all attributes: entities by their id, facts side by side, each under its own id as key.

    Lists are joined by `|`, so that networkx's own writers take all of it.

    With filters, only the facts they keep and the entities these tie together.

    Raises:
        TooManyFacts: there are more than `max_facts`.

    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    entities = {n["id"]: n["properties"] for n in engine.stream(statement("export/nodes")) if "Entity" in n["labels"]}
    facts = list(islice(engine.stream(*filtered(statement("export/facts"), filters)), min(max_facts, EVERY_ROW) + 1))
    if len(facts) > max_facts:
        raise TooManyFacts(max_facts)
    if filters == NO_FILTERS:
        graph.add_nodes_from(sorted(entities))
    kinds = Kinds()
    for fact in sorted(facts, key=itemgetter("id")):
        kind = kinds.next(fact["type"], fact["start"], fact["end"])
        attributes = flat(of_fact(fact["type"], fact["properties"], kind))
        graph.add_edge(fact["start"], fact["end"], key=fact["id"], **attributes)
    for entity in graph:
        graph.nodes[entity].update(flat(of_entity(entities[entity])))
    return graph


def tie_network(
    engine: Engine,
    filters: Filters = NO_FILTERS,
    *,
    max_facts: int = MAX_FACTS,
    with_events: bool = False,
    with_structure: bool = False,
    through_countries: bool = False,
) -> "nx.Graph":
    """Who is tied to whom: an undirected graph, each pair once, with the number of its facts and plans as `weight`.

    A pair's `facts` are the ids and types of what is no plan, `planned` those of the `plans`. Figures tie nobody;
    structure does only `with_structure`, events and memberships `with_events`; types that the filters name count in any
    case. Belarus and China themselves are left out unless `through_countries`, for everything hangs on them.

    Raises:
        TooManyFacts: there are more than `max_facts`.

    """
    import networkx as nx

    named = {word.upper() for word in filters.types}
    counted = named | (set(CONTAINING) if with_structure else set()) | (set(EVENT_TIES) if with_events else set())
    untied = [name for name, trait in FACT_TRAITS.items() if trait != "tie" and name not in counted]
    whole = to_networkx(engine, filters._replace(exclude=(*filters.exclude, *untied)), max_facts=max_facts)
    graph = nx.Graph()
    graph.add_nodes_from(
        (n, d) for n, d in sorted(whole.nodes.items()) if through_countries or d["entity_type"] != "country"
    )
    for start, end, id_, attributes in sorted(whole.edges(keys=True, data=True), key=lambda edge: edge[2]):
        if start != end and start in graph and end in graph:
            if not graph.has_edge(start, end):
                graph.add_edge(start, end, weight=0, plans=0, facts=[], planned=[])
            tie = graph.edges[start, end]
            tie["weight"] += 1
            tie["plans"] += bool(attributes.get("plan"))
            tie["planned" if attributes.get("plan") else "facts"].append((id_, attributes["fact_type"]))
    graph.remove_nodes_from([entity for entity, degree in graph.degree if degree == 0])
    return graph
