"""Whether this process may start the threads that an engine or a load needs: without them some hang, some are ended."""

import _thread

from bycn.graph_model.messages import Advice
from bycn.loaders.engine import ConnectionFailed


def check_threads(number: int, what: str, otherwise: str = "", *arguments: str) -> None:
    """Check that so many threads can be started, by starting them: limits are many, and others use them up as well.

    Raises:
        ConnectionFailed: they can't; `what` needs them, and `otherwise` names a remedy besides, as of an `Advice`.

    """
    ended = _thread.allocate_lock()
    ended.acquire()

    def wait() -> None:
        with ended:
            pass

    try:
        for _ in range(number):
            _thread.start_new_thread(wait, ())
    except RuntimeError as error:
        raise ConnectionFailed(
            Advice(
                f"{what} needs {number} threads, and this system starts no more for this user",
                f"end other programs, or allow more with `ulimit -u`{otherwise}",
                *arguments,
            )
        ) from error
    finally:
        ended.release()
