"""The whole graph: as rows of entities and facts, and as files for other programs."""

from operator import itemgetter
from pathlib import Path
from typing import Unpack

from bycn.keyword_filters import Words
from bycn.loaders.cypher_files import statement
from bycn.notebook.answering import Answering
from bycn.queries.answers import Answer
from bycn.queries.filters import filtered


class WholeGraph(Answering):
    """All that the graph holds."""

    @property
    def entities(self) -> Answer:
        """All entities, a row each, with what every type has.

        >>> frame = graph.entities.to_dataframe()
        >>> sorted(frame[frame["type"] == "country"]["id"])
        ['BY', 'CN']

        """
        from bycn.graph_model.entities import Entity
        from bycn.graph_model.fields import columns

        names = ("id", "type", *(c.name for c in columns(Entity) if c.name != "id"))
        nodes = self.engine.stream(statement("export/nodes"))
        found = sorted((node["properties"] for node in nodes if "Entity" in node["labels"]), key=itemgetter("id"))
        return Answer(names, [tuple(entity.get(name) for name in names) for entity in found])

    @property
    def facts(self) -> Answer:
        """All facts, a row each, with every column that a type has and what follows from it, such as bounds of dates.

        >>> facts = graph.facts
        >>> facts.columns[:4]
        ('id', 'type', 'from', 'to')
        >>> {"date_start", "date_end", "instrument", "measure"} <= set(facts.columns)
        True

        """
        names = _fact_columns()
        facts = self.engine.stream(*filtered(statement("export/facts")))
        rows = []
        for fact in sorted(facts, key=itemgetter("id")):
            cells = fact["properties"] | {"type": fact["type"], "from": fact["start"], "to": fact["end"]}
            rows.append(tuple(cells.get(name) for name in names))
        return self._remarked(Answer(names, rows, engine=self.engine))

    def export(
        self,
        form: str,
        path: str | Path,
        *,
        force: bool = False,
        compress: bool = False,
        undirected: bool = False,
        with_sources: bool = False,
        **filters: Unpack[Words],
    ) -> None:
        """Write the graph, or the facts that the filters keep, for other programs. See `bycn export`.

        Networks (`graphml`, `gexf`, `d3`, `cytoscape`) may be `undirected`, and hold sources and documents as nodes.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     graph.export("graphml", f"{folder}/signed.graphml", only_signed=True)

        Raises:
            ValueError: the graph isn't written in that form, or not with these options; the error lists the forms.
            FileExists: the file or folder is there and `force` isn't given, or it holds what no export wrote.

        """
        from bycn.exports.forms import write

        asked = self._filters(filters)
        network = {"undirected": undirected, "with_sources": with_sources}
        write(self.engine, form, path, asked, force=force, compress=compress, **network)


def _fact_columns() -> tuple[str, ...]:
    from bycn.graph_model.facts import FACT_TYPES
    from bycn.graph_model.fields import columns
    from bycn.graph_model.properties import property_names

    every = [name for cls in FACT_TYPES.values() for name in (*(c.name for c in columns(cls)), *property_names(cls))]
    return tuple(dict.fromkeys(("id", "type", "from", "to", *(name for name in every if not name.startswith("_")))))
