"""Where a Neo4j is and who logs in to it: options first, then the environment that Neo4j's own tools use."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bycn.graph_model.folding import IN_UTF_8, is_text
from bycn.graph_model.messages import Advice
from bycn.loaders.bounded_reading import secret
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.neo4j.uri import checked

LOCAL = "bolt://localhost:7687"
"""Where the shipped compose file puts a Neo4j."""
DEFAULT_USER = "neo4j"
_OF_THE_SERVER = "system"
_IN_WORDS = {"uri": "address"}


@dataclass(frozen=True)
class Address:
    """A Neo4j database and a login. Without `database` the user's home database is meant.

    Raises:
        ConnectionFailed: `uri` isn't the address of a Neo4j, `database` holds no graph, or something isn't text.

    """

    uri: str
    user: str = DEFAULT_USER
    password: str | None = field(default=None, repr=False)  # it must not reach a log or a traceback
    database: str | None = None

    def __post_init__(self) -> None:
        for what in ("uri", "user", "password", "database"):
            if not is_text(getattr(self, what) or ""):
                raise ConnectionFailed(f"the {_IN_WORDS.get(what, what)} of the Neo4j isn't UTF-8; {IN_UTF_8}")
        object.__setattr__(self, "uri", checked(self.uri))
        if (self.database or "").lower() == _OF_THE_SERVER:
            raise ConnectionFailed(
                Advice(
                    f"the database {_OF_THE_SERVER} holds the server's own users and databases, and no graph",
                    "leave {} and NEO4J_DATABASE out, or name another",
                    "database",
                )
            )

    @property
    def printable(self) -> str:
        """Where it is, for messages: scheme, host and port."""
        return self.uri.partition("?")[0]

    def __str__(self) -> str:
        return f"{self.printable}, database {self.database}" if self.database else self.printable


def address_from(
    uri: str | None = None,
    *,
    user: str | None = None,
    database: str | None = None,
    password_file: Path | None = None,
    default_uri: str | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Address | None:
    """The address that options and environment name, None where neither names one and there is no default.

    Raises:
        ConnectionFailed: the password file can't be read, or what is named isn't the address of a Neo4j.

    """
    uri = uri or environment.get("NEO4J_URI") or default_uri
    if not uri:
        return None
    return Address(
        uri,
        user or environment.get("NEO4J_USERNAME") or DEFAULT_USER,
        _password_in(password_file) if password_file else environment.get("NEO4J_PASSWORD") or None,
        database or environment.get("NEO4J_DATABASE") or None,
    )


def _password_in(path: Path) -> str:
    try:
        lines = secret(path).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConnectionFailed(f"the password file {path} can't be read: {_reason(error)}") from error
    if not lines or not lines[0]:
        raise ConnectionFailed(f"the password file {path} is empty; its first line must be the password")
    return lines[0]


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not text in UTF-8"
