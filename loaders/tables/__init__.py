"""Tables: files of rows in, a validated graph out, and back."""

from loaders.tables.reading import read_graph
from loaders.tables.writing import write_tables

__all__ = ["read_graph", "write_tables"]
