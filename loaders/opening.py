"""Opening an engine: the embedded one, or a Neo4j where an address is given."""

from bycn.loaders.engine import Engine
from bycn.loaders.neo4j.address import Address, address_from
from bycn.loaders.selection import Selection


def open_engine(selection: Selection | None = None, address: Address | None = None) -> Engine:
    """The engine that answers: a Neo4j at `address` or where `NEO4J_URI` says, else the embedded one.

    Tables that were selected go before `NEO4J_URI`: they are asked, embedded, unless an address is given as well.

    Raises:
        ConnectionFailed: there is no Neo4j at the address, or no embedded engine for this machine.

    """
    selected = selection or Selection()
    if address is None and selected == Selection():
        address = address_from()
    if address:
        from bycn.loaders.neo4j.database import Neo4jEngine

        return Neo4jEngine(address)
    from bycn.loaders.embedded.database import EmbeddedEngine

    return EmbeddedEngine(selected)
