"""Tables: files of rows in, a validated graph out, and back."""

from bycn.loaders.tables.reading import read_graph, read_with_proposals
from bycn.loaders.tables.writing import write_tables

__all__ = ["read_graph", "read_with_proposals", "write_tables"]
