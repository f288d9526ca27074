"""What a question gives back: columns and rows, in a small object."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, Any

from bycn.graph_model.counting import counted
from bycn.graph_model.dates import PartialDate
from bycn.graph_model.errors import BycnError
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import as_held
from bycn.queries.filters import NO_FILTERS, Filters
from bycn.queries.remarks import Remark, Said, Shown

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from bycn.queries.resolving import Place

FACT_COLUMNS = ("fact", "facts", "plans", "ties", "by_then", "added", "overlapping", "held", "contradicted")
"""The columns that may hold facts: the id of one, or a list of ids, plans in one of their own."""


EVERY_ROW = 1_000_000_000
"""The limit for those who want all rows of a question."""

MOST_ROWS = 100
"""How many rows a notebook shows of an answer."""

_CELL = ' style="text-align:left;vertical-align:top"'


class NoFacts(BycnError):
    """The rows of an answer hold no facts, so that there is nothing to draw or to give the sources of."""


class UnknownColumn(BycnError):
    """An answer doesn't have a column that was named."""


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
        """The rows as a table without its empty columns, under what is said of them: everything escaped."""
        first = [remark for remark in self.remarks if isinstance(remark, Said)]
        count = len(self.rows)
        shown = self._number_of_rows() + (f", {MOST_ROWS} of them shown" if count > MOST_ROWS else "")
        last = [shown, *(remark for remark in self.remarks if remark not in first)]
        above, below = ("".join(f"<p>{escape(str(remark))}</p>" for remark in said) for said in (first, last))
        return f"{above}{self._html_table()}{below}"

    def _html_table(self) -> str:
        rows = self.rows[:MOST_ROWS]
        used = [i for i in range(len(self.columns)) if any(row[i] not in (None, "", []) for row in rows)]
        if not used:
            return ""
        head = "".join(f"<th{_CELL}>{escape(self.columns[i])}</th>" for i in used)
        body = "".join(f"<tr>{''.join(_html_cell(row[i]) for i in used)}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _number_of_rows(self) -> str:
        return counted(len(self.rows), "row")

    def __repr__(self) -> str:
        """What it holds, in short: how many rows of which columns, and what is said of them."""
        said = "; ".join(map(str, self.remarks))
        return f"<Answer: {self._number_of_rows()} of {', '.join(self.columns)}{f'; {said}' if said else ''}>"

    def _open_engine(self) -> Engine:
        if self.engine is None:
            raise NoFacts("this answer doesn't know the engine it came from, so its facts can't be looked up")
        return self.engine

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_dicts())


def chosen(answer: Answer, columns: Sequence[str] = (), sort: str | None = None, limit: int | None = None) -> Answer:
    """An answer with some of its columns, sorted by one ("-date" from the largest down), cut after some rows.

    Raises:
        UnknownColumn: it has no such column.

    """
    rows, remarks = answer.rows, answer.remarks
    if sort:
        place = _index_of(answer, sort.removeprefix("-"))
        given = [row for row in rows if row[place] is not None]
        given.sort(key=lambda row: _order(row[place]), reverse=sort.startswith("-"))
        rows = given + [row for row in rows if row[place] is None]
    if limit is not None and len(rows) > limit:
        remarks = [*remarks, Shown(limit, len(rows))]
        rows = rows[:limit]
    if columns:
        places = [_index_of(answer, column) for column in columns]
        rows = [tuple(row[place] for place in places) for row in rows]
    return replace(answer, columns=tuple(columns) or answer.columns, rows=rows, remarks=remarks)


def first_items(answer: Answer, limit: int | None, item: str, by: Sequence[str]) -> Answer:
    """An answer cut after some of the items that the rows make up which are alike in the columns `by`, each whole."""
    places = [_index_of(answer, column) for column in by]
    keys = [tuple(row[place] for place in places) for row in answer.rows]
    items = list(dict.fromkeys(keys))
    if limit is None or len(items) <= limit:
        return answer
    kept = set(items[:limit])
    rows = [row for row, key in zip(answer.rows, keys, strict=True) if key in kept]
    return replace(answer, rows=rows, remarks=[*answer.remarks, Shown(limit, len(items), item)])


def _index_of(answer: Answer, column: str) -> int:
    if column not in answer.columns:
        raise UnknownColumn(f"there is no column '{column}' here; there are {', '.join(answer.columns)}")
    return answer.columns.index(column)


def _order(value: Any) -> tuple[bool, Any]:
    """Numbers before text, whatever a column mixes, and dates by their day: what is open at the start, by its end."""
    if isinstance(value, int | float):
        return False, value
    text = str(value)
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return True, text.casefold()
    return True, f"{date.start or date.end} {text}"


def _html_cell(value: Any) -> str:
    return f"<td{_CELL}>{_html_text(value)}</td>"


def _html_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "<br>".join(map(_html_text, value))
    return escape(str(value)).replace("\n", "<br>")
