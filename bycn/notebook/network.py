"""The network as a whole. What counts as a tie depends on `with_events`, `with_structure` and `through_countries`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from bycn.keyword_filters import TieWords, Words
from bycn.notebook.asking import Asking
from bycn.queries import bridges, centrality, communities, networks
from bycn.queries.answers import Answer
from bycn.queries.remarks import NoTies, Remark

if TYPE_CHECKING:
    import networkx as nx


class WholeNetwork(Asking):
    """Measures of the network, and the network itself."""

    def central(self, *, by: str = centrality.BY, limit: int = centrality.LIMIT, **options: Unpack[TieWords]) -> Answer:
        """Who is at the centre of the network, by `degree` or `betweenness`.

        >>> graph.central(limit=3, type="TWINNED_WITH").columns[:3]
        ('rank', 'name', 'id')

        Raises:
            TooManyFacts: there are more than `max_facts`, as with the other measures of the whole network.

        """
        ties, remarks = self._tie_network(options)
        return _preceded(remarks, centrality.central(ties, by=by, limit=limit))

    def communities(
        self,
        *,
        each_member: bool = False,
        resolution: float = communities.RESOLUTION,
        seed: int = communities.SEED,
        **options: Unpack[TieWords],
    ) -> Answer:
        """Which entities are tied more to each other than to the rest; with `each_member`, one row per entity."""
        ties, remarks = self._tie_network(options)
        answer = communities.communities(ties, resolution=resolution, seed=seed, each_member=each_member)
        return _preceded(remarks, answer)

    def components(self, *, each_member: bool = False, **options: Unpack[TieWords]) -> Answer:
        """The pieces of the network that no tie joins to each other, largest first."""
        ties, remarks = self._tie_network(options)
        return _preceded(remarks, communities.components(ties, each_member=each_member))

    def bridges(self, *, least: int = bridges.LEAST, **options: Unpack[TieWords]) -> Answer:
        """The ties without which the network falls into two pieces, the smaller of at least `least` entities."""
        ties, remarks = self._tie_network(options)
        return _preceded(remarks, bridges.bridges(ties, least=least))

    def to_networkx(self, *, max_facts: int = networks.MAX_FACTS, **filters: Unpack[Words]) -> "nx.MultiDiGraph":
        """The graph as networkx has it: all attributes, every fact an edge with its id as key.

        >>> network = graph.to_networkx(type="TWINNED_WITH")
        >>> network.edges["BY-VI", "CN-HL", "zalesskij-2024/c1-086"]["date"]
        '2011'

        Raises:
            TooManyFacts: there are more than `max_facts`.

        """
        return networks.to_networkx(self.engine, self._filters(filters), max_facts=max_facts)

    def _tie_network(self, options: TieWords) -> "tuple[nx.Graph, list[Remark]]":
        asked = self._filters(options, among=TieWords)
        through_countries = options.get("through_countries", False)
        ties = networks.tie_network(
            self.engine,
            asked,
            max_facts=options.get("max_facts", networks.MAX_FACTS),
            with_events=options.get("with_events", False),
            with_structure=options.get("with_structure", False),
            through_countries=through_countries,
        )
        return ties, [*self._without_time(asked), *([] if ties else [NoTies(through_countries)])]


def _preceded(remarks: list[Remark], answer: Answer) -> Answer:
    return replace(answer, remarks=[*remarks, *answer.remarks])
