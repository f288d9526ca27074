"""The address of a Neo4j as people give it: what the driver takes, or what was probably meant.

What a message repeats of it is scheme, host and port alone, for a password may be anywhere in the rest.
"""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

from bycn.graph_model.messages import Advice
from bycn.loaders.engine import ConnectionFailed

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_PARTS = re.compile(
    r"""(?:(?P<scheme>[a-z][a-z0-9+.-]*)://|//)?
        (?P<host>\[[0-9a-f:.]+\]|[^\s:/?\#\[\]]+)
        (?P<port>:[0-9]{1,5})?
        (?P<rest>[:/?\#].*)?""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ROUTING = re.compile(r"\?[^=&]+=[^=&]+(?:&[^=&]+=[^=&]+)*")
"""What a cluster may be given after the port."""
_BROWSER_SCHEMES = ("http", "https")
_BROWSER_PORTS = ("7474", "7473")
_AURA = ".databases.neo4j.io"
_HIGHEST_PORT = 65_535


class Parts(NamedTuple):
    """What an address is made of."""

    scheme: str
    host: str
    port: str
    path: str
    """What follows the port, but for a mere `/`: to some it is the database, which the driver would pass over."""
    query: str

    @property
    def printable(self) -> str:
        """The address without what may be secret."""
        scheme = f"{self.scheme}://" if self.scheme else ""
        return f"{scheme}{self.host}{':' if self.port else ''}{self.port}"


def checked(uri: str) -> str:
    """The address in the form that the driver takes.

    Raises:
        ConnectionFailed: it isn't the address of a Neo4j; the message says which one is meant.

    """
    if "@" in _decoded(uri):
        raise ConnectionFailed(
            Advice(
                f"leave user and password out of the address: {_forms('HOST')}",
                "give the user with {} or NEO4J_USERNAME, the password with NEO4J_PASSWORD or {}",
                "user",
                "password_file",
            )
        )
    parts = _parts(uri.strip())
    if parts is None:
        raise ConnectionFailed(f"this isn't the address of a Neo4j; write {_forms('HOST')}")
    if parts.scheme in _BROWSER_SCHEMES:
        raise ConnectionFailed(
            f"{parts.printable} is the address of Neo4j Browser or another page; write {_meant(parts)}"
        )
    if parts.scheme not in SCHEMES:
        why = "" if parts.scheme else ": it has no scheme"
        raise ConnectionFailed(f"'{parts.printable}' isn't the address of a Neo4j{why}; write {_meant(parts)}")
    routed = parts.scheme.startswith("neo4j") and _ROUTING.fullmatch(parts.query)
    if parts.path or (parts.query and not routed):
        raise ConnectionFailed(
            Advice(
                f"the address of a Neo4j ends after its port; write {parts.printable}",
                "{} or NEO4J_DATABASE names a database",
                "database",
            )
        )
    return f"{parts.printable}{parts.query}"


def with_scheme(place: str, ending: str) -> str:
    """The same place by the same kind of scheme with another ending: `+s`, `+ssc`, or none."""
    scheme, _, rest = place.partition("://")
    return f"{scheme.partition('+')[0]}{ending}://{rest}"


def is_browser(place: str) -> bool:
    """Whether a place has the port of Neo4j Browser."""
    return place.rpartition(":")[2] in _BROWSER_PORTS


def _decoded(uri: str) -> str:
    while (decoded := unicodedata.normalize("NFKC", unquote(uri))) != uri:
        uri = decoded
    return uri


def _parts(uri: str) -> Parts | None:
    match = _PARTS.fullmatch(uri)
    if not match:
        return None
    port, rest = (match["port"] or "").removeprefix(":"), match["rest"] or ""
    if rest.startswith((":", "//")) or (port and not 0 < int(port) <= _HIGHEST_PORT):
        return None
    path, _, query = rest.partition("#")[0].partition("?")
    return Parts((match["scheme"] or "").lower(), match["host"], port, path.strip("/"), f"?{query}" if query else "")


def _meant(parts: Parts) -> str:
    if parts.host.lower().endswith(_AURA):
        return f"neo4j+s://{parts.host}"
    if parts.scheme == "http":
        return f"bolt://{parts.host}:7687"
    if parts.scheme == "https":
        return f"neo4j+s://{parts.host}:7687, or bolt://{parts.host}:7687 if it doesn't speak TLS"
    return _forms(parts.host, parts.port if parts.port and not is_browser(parts.printable) else "7687")


def _forms(host: str, port: str = "7687") -> str:
    return f"bolt://{host}:{port}, neo4j://{host}:{port} for a cluster, or either with +s for TLS"
