"""Tables: read strictly into a graph, and written from one."""

from loaders.tables.reading import read_graph

__all__ = ["read_graph"]
