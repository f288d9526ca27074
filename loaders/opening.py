"""Opening an engine: the embedded one, or a Neo4j where an address is given."""

from loaders.engine import Engine
from loaders.selection import Selection


def open_engine(selection: Selection | None = None) -> Engine:
    """The engine that answers: embedded, on the selected tables."""
    from loaders.embedded.database import EmbeddedEngine

    return EmbeddedEngine(selection)
