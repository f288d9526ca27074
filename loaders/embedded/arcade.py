"""ArcadeDB, kept quiet: how its library is imported, so that it writes to no console, log or working directory."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from loaders.engine import EngineMissing

_SILENCE = "handlers =\n.level = OFF\n"


def arcadedb() -> ModuleType:
    """The ArcadeDB library.

    Raises:
        EngineMissing: there is no build of it for this machine.

    """
    if "arcadedb" in sys.modules:
        return sys.modules["arcadedb"]
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(Path(tempfile.gettempdir()) / "bycn-engine-log"))
    try:
        with _without_numpy():
            import arcadedb as library
            from arcadedb import _logdir
    except ImportError as error:
        raise EngineMissing(
            "the embedded engine has no build for this machine; "
            "start a Neo4j and name it: bycn --uri bolt://localhost:7687 …, or set NEO4J_URI"
        ) from error
    _logdir.NATIVE_ENGINE_LOG_PROPERTIES = _SILENCE
    return cast("ModuleType", library)


def open_read_only(folder: Path) -> Any:
    """Open a database that many readers may share."""
    library = arcadedb()
    with _without_numpy():
        return library.open_database(str(folder), read_only=True)


def plain(error: Exception) -> str:
    """The engine's message without its wrapping, in one line."""
    told = str(error)
    if "QueryNotIdempotentException" in told:
        return "it would change the database; only reading is allowed"
    return " ".join(told.partition(" (caused by ")[0].rsplit("Exception: ", 1)[-1].split())


@contextlib.contextmanager
def _without_numpy() -> Iterator[None]:
    # The library imports numpy where it can, which takes longer than our questions, and which they don't need.
    if "numpy" in sys.modules:
        yield
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["numpy"]
