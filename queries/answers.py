"""What a question gives back: columns and rows, in a small object."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bycn.graph_model.counting import counted
from bycn.graph_model.errors import BycnError
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import as_held
from bycn.queries.answer_html import as_html
from bycn.queries.filters import NO_FILTERS, Filters
from bycn.queries.remarks import Remark

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from bycn.queries.resolving import Place

FACT_COLUMNS = ("fact", "facts", "plans", "ties", "by_then", "added", "overlapping", "held", "contradicted")
"""The columns that may hold facts: the id of one, or a list of ids, plans in one of their own."""


EVERY_ROW = 1_000_000_000
"""The limit for those who want all rows of a question."""


class NoFacts(BycnError):
    """The rows of an answer hold no facts, so that there is nothing to draw or to give the sources of."""


@dataclass(frozen=True, repr=False)
class Answer:
    """The rows of an answer. `remarks` says what a reader should know about them, such as what was left out.

    Where rows hold facts, these and their sources can be reached as long as the engine that answered is open.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    remarks: list[Remark] = field(default_factory=list)
    engine: Engine | None = field(default=None, repr=False, compare=False)
    places: "tuple[Place, ...]" = field(default=(), repr=False, compare=False)
    """The entities that were asked for, as their names were taken."""
    about: str | None = field(default=None, repr=False, compare=False)
    """The id of the source or fact that was asked for."""
    filters: Filters = field(default=NO_FILTERS, repr=False, compare=False)
    """The filters that it was asked with: facts that are looked up say what the works which these leave say."""
    drawn_by: Callable[..., Any] | None = field(default=None, repr=False, compare=False)
    """What draws facts, where an open graph answered: this room knows no pictures."""

    @classmethod
    def of(
        cls,
        columns: tuple[str, ...],
        records: list[Record],
        remarks: list[Remark] | None = None,
        *,
        engine: Engine | None = None,
    ) -> "Answer":
        """The answer that records give, in the order of `columns`."""
        return cls(columns, [tuple(as_held(record[c]) for c in columns) for record in records], remarks or [], engine)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries, column → value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_dataframe(self) -> "pd.DataFrame":
        """The rows as a pandas data frame.

        Raises:
            ImportError: pandas isn't installed; `pip install 'bycn[notebook]'` brings it.

        """
        import pandas as pd

        return pd.DataFrame(self.rows, columns=list(self.columns))

    def fact_ids(self) -> list[str]:
        """The ids of the facts that the rows hold, each once, in their order.

        Raises:
            NoFacts: no column holds any.

        """
        if self.rows and not self.holds_facts():
            columns = ", ".join(self.columns)
            raise NoFacts(f"these rows hold no facts; they have {columns}: return their ids as well, r.id AS fact")
        places = self._places()
        cells = (row[place] for row in self.rows for place in places)
        ids = (fact for cell in cells for fact in (cell if isinstance(cell, list) else [cell]) if fact)
        return list(dict.fromkeys(ids))

    def holds_facts(self) -> bool:
        """Whether a column holds the ids of facts."""
        return bool(self._places())

    def _places(self) -> list[int]:
        """The columns that hold the ids of facts, not their number."""
        named = [i for i, column in enumerate(self.columns) if column in FACT_COLUMNS]
        return [i for i in named if any(isinstance(row[i], str | list) for row in self.rows)]

    def facts(self) -> list[Record]:
        """The facts that the rows hold: `id`, `type`, `from`, `to` (ids), names of the ends, and `properties`."""
        from bycn.queries.lookups import facts_by_id

        return facts_by_id(self._open_engine(), self.fact_ids(), self.filters)

    def sources(self) -> list[Record]:
        """The sources that the rows' facts rest on, with their properties, in order of their number."""
        from bycn.queries.lookups import sources_by_id

        cited = {source for fact in self.facts() for source in fact["properties"]["sources"]}
        return sources_by_id(self._open_engine(), sorted(cited))

    def to_networkx(self) -> "nx.MultiDiGraph":
        """The facts that the rows hold as a graph: parallel ones side by side, each under its own id as key."""
        import networkx as nx

        from bycn.queries.network_attributes import Kinds, flat, of_entity, of_fact

        graph, kinds = nx.MultiDiGraph(), Kinds()
        for fact in self.facts():
            for end in ("from", "to"):
                graph.add_node(fact[end], **of_entity({"name": fact[f"{end}_name"], "type": fact[f"{end}_type"]}))
            kind = kinds.next(fact["type"], fact["from"], fact["to"])
            given = flat(of_fact(fact["type"], fact["properties"], kind))
            graph.add_edge(fact["from"], fact["to"], key=fact["id"], **given)
        return graph

    def draw(self, **wishes: Any) -> Any:
        """The facts that the rows hold as a picture; `wishes` are what `draw` of the open graph takes beside facts.

        Raises:
            NoFacts: the rows hold none, or no open graph gave this answer.

        """
        if self.drawn_by is None:
            raise NoFacts("this answer doesn't know the graph it came from, so its facts can't be drawn")
        return self.drawn_by(facts=self.fact_ids(), **wishes)

    def _repr_html_(self) -> str:
        return as_html(self.columns, self.rows, self.remarks)

    def __repr__(self) -> str:
        """What it holds, in short: how many rows of which columns, and what is said of them."""
        said = "; ".join(map(str, self.remarks))
        return f"<Answer: {counted(len(self.rows), 'row')} of {', '.join(self.columns)}{f'; {said}' if said else ''}>"

    def _open_engine(self) -> Engine:
        if self.engine is None:
            raise NoFacts("this answer doesn't know the engine it came from, so its facts can't be looked up")
        return self.engine

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_dicts())
