"""Where a Neo4j is and who logs in to it: options first, then the environment that Neo4j's own tools use."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bycn.loaders.engine import ConnectionFailed

LOCAL = "bolt://localhost:7687"
"""Where the shipped compose file puts a Neo4j."""
DEFAULT_USER = "neo4j"


class Address(NamedTuple):
    """A Neo4j database and a login. Without `database` the user's home database is meant."""

    uri: str
    user: str = DEFAULT_USER
    password: str | None = None
    database: str | None = None

    def __str__(self) -> str:
        return f"{self.uri}, database {self.database}" if self.database else self.uri

    def __repr__(self) -> str:
        # Without the password, which must not reach a log or a traceback.
        return f"Address(uri={self.uri!r}, user={self.user!r}, database={self.database!r})"


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
        ConnectionFailed: the password file can't be read.

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
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConnectionFailed(f"the password file {path} can't be read: {_reason(error)}") from error
    if not lines or not lines[0]:
        raise ConnectionFailed(f"the password file {path} is empty; its first line must be the password")
    return lines[0]


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not text in UTF-8"
