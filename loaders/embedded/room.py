"""Whether this process may use what the embedded engine needs: open files, threads, and much empty address space."""

from bycn.graph_model.messages import Advice
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.threads import check_threads

FILES = 256
"""A database has 106 files, and a process may have two open at once."""
ADDRESSES = 35_000_000_000
THREADS = 20
"""Twice as many as it was seen to start; where it lacks one, it goes on for ever."""

_OTHERWISE = ", or name a Neo4j with {} or NEO4J_URI"
_REMEDY = "allow more with `ulimit -{}`" + _OTHERWISE.replace("{}", "{{}}")


def check_room() -> None:
    """Check that the engine can start. A limit on open files that is too low is raised where that is allowed.

    Raises:
        ConnectionFailed: it can't; the message says which limit is in the way.

    """
    try:
        import resource
    except ModuleNotFoundError:  # Windows has no such limits
        return
    files, most_files = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= files < FILES:
        if 0 <= most_files < FILES:
            raise ConnectionFailed(
                Advice(
                    f"the embedded engine needs {FILES} open files, and this process may have only {most_files}",
                    _REMEDY.format("n"),
                    "uri",
                )
            )
        resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, most_files))
    addresses = resource.getrlimit(resource.RLIMIT_AS)[0]
    if 0 <= addresses < ADDRESSES:
        raise ConnectionFailed(
            Advice(
                f"the embedded engine reserves {ADDRESSES / 1e9:.0f} GB of address space, though it uses little of it, "
                f"and this process may have only {addresses / 1e9:.1f} GB",
                _REMEDY.format("v"),
                "uri",
            )
        )
    check_threads(THREADS, "the embedded engine", _OTHERWISE, "uri")
