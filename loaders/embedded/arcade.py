"""ArcadeDB, kept quiet: its library is set up to write to no console, no log and no working directory."""

import contextlib
import os
import re
from pathlib import Path
from types import ModuleType
from typing import Any

from bycn.graph_model.messages import Advice
from bycn.loaders.embedded.room import check_room
from bycn.loaders.engine import ConnectionFailed, EngineMissing
from bycn.loaders.private_folders import cache_folder, run_folder

_LOG_FOLDER = "ARCADEDB_LOG_DIR"
ISOLATE = "ARCADEDB_NATIVE_ISOLATE_ARGS"
"""The variable with the options of the machine that the engine runs in."""
_SYSTEM_ERROR = re.compile(r"java\.io\.IOException: ([^()]+)")
_SILENCE = f"-Djava.util.logging.config.file={os.devnull} -Darcadedb.installCustomFormatter=false"


def arcadedb() -> ModuleType:
    """The ArcadeDB library.

    Raises:
        EngineMissing: there is no build of it for this machine.
        ConnectionFailed: the limits of this process are too low for it.

    """
    check_room()
    try:
        import arcadedb as library
    except ModuleNotFoundError as error:
        raise EngineMissing(
            Advice(
                "the embedded engine has no build for this machine",
                "start a Neo4j and name it with {} or NEO4J_URI, such as bolt://localhost:7687",
                "uri",
            )
        ) from error
    return library  # type: ignore[no-any-return]


def create(folder: Path) -> Any:
    """A new database in a folder that doesn't exist yet."""
    _be_quiet()
    return arcadedb().create_database(str(folder))


def open_read_only(folder: Path) -> Any:
    """Open a database that many readers may share.

    Raises:
        ConnectionFailed: it can't be opened.

    """
    _be_quiet()
    try:
        return arcadedb().open_database(str(folder), read_only=True)
    except engine_error() as error:
        raise ConnectionFailed(f"the embedded database {folder} can't be opened: {message_of(error)}") from error


def engine_error() -> type[Exception]:
    """What the library raises."""
    error: type[Exception] = arcadedb().ArcadeDBError
    return error


def message_of(error: Exception) -> str:
    """The engine's message without its wrapping, in one line."""
    message = str(error)
    if "QueryNotIdempotentException" in message:
        return "it would change the database; only reading is allowed"
    return " ".join(message.partition(" (caused by ")[0].rsplit("Exception: ", 1)[-1].split())


def plain_cause(error: Exception) -> str:
    """What the system said where the engine couldn't write, else the engine's message."""
    found = _SYSTEM_ERROR.search(str(error))
    return found[1].strip() if found else message_of(error)


def _be_quiet() -> None:
    # Read when the first database is opened. The engine obeys the logging configuration in its log folder, so that
    # must be one to which nobody else can write; somebody who names another wants to see the log. Where it can't be
    # written, the engine would take a temporary one and leave it there.
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    named = os.environ.get(_LOG_FOLDER)
    if not named or not _is_writable(Path(named).expanduser()):
        os.environ[_LOG_FOLDER] = str(_log_folder())
        if os.name == "posix":
            os.environ[ISOLATE] = f"{_SILENCE} {os.environ.get(ISOLATE, '')}"


def _log_folder() -> Path:
    with contextlib.suppress(OSError):
        if _is_writable(folder := cache_folder() / "log"):
            return folder
    return run_folder()


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return False
    return os.access(folder, os.W_OK | os.X_OK)
