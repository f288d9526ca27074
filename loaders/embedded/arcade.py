"""ArcadeDB, kept quiet: how its library is imported, so that it writes to no console, log or working directory."""

import contextlib
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

from bycn.loaders.engine import EngineMissing

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
    spec = importlib.util.find_spec("arcadedb")
    if spec is None:
        raise EngineMissing(
            "the embedded engine has no build for this machine; "
            "start a Neo4j and name it: bycn --uri bolt://localhost:7687 …, or set NEO4J_URI"
        )
    library = sys.modules["arcadedb"] = _Deferred("arcadedb", spec)
    sys.modules["arcadedb._logging"] = _silent_logging()
    logs: Any = importlib.import_module("arcadedb._logdir")
    logs.NATIVE_ENGINE_LOG_PROPERTIES = _SILENCE
    return library


def engine_error() -> type[Exception]:
    """What the library raises."""
    arcadedb()
    error: type[Exception] = importlib.import_module("arcadedb.exceptions").ArcadeDBError
    return error


def open_read_only(folder: Path) -> Any:
    """Open a database that many readers may share."""
    arcadedb()
    with _without_numpy():
        factory = importlib.import_module("arcadedb._native.database").NativeDatabaseFactory
        return factory(str(folder)).open(read_only=True)


class _Deferred(ModuleType):
    """The library's package, which imports all its features when it is imported: here when one is first asked for.

    To open a database and ask it takes only its driver; the rest takes longer to import than an answer takes.
    """

    def __init__(self, name: str, spec: ModuleSpec):
        super().__init__(name)
        self.__spec__, self.__path__, self.__file__ = spec, list(spec.submodule_search_locations or ()), spec.origin

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if importlib.util.find_spec(f"arcadedb.{name}"):
            return importlib.import_module(f"arcadedb.{name}")
        self.__class__ = ModuleType  # type: ignore[assignment]
        assert self.__spec__ is not None
        assert self.__spec__.loader is not None
        with _without_numpy():
            self.__spec__.loader.exec_module(self)
        return getattr(self, name)


def _silent_logging() -> ModuleType:
    # Instead of the library's module, which imports the standard library's logging only to say what nobody hears.
    module: Any = ModuleType("arcadedb._logging")
    module.get_logger = lambda _name: _Silent()
    module.log_swallowed_exception = lambda _logger, _context: None
    return module  # type: ignore[no-any-return]


class _Silent:
    def __getattr__(self, _name: str) -> Any:
        return lambda *_args, **_more: None


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
