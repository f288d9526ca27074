"""Progress of something long, on a terminal: how much is done, how fast, and how long it will take."""

import sys
import time

from bycn.terminal import say_over

_QUIET_SECONDS = 1.0


class Progress:
    """A line on stderr that is written over, where stderr is a terminal and it takes more than a second."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()
        self._shown = False

    def __call__(self, done: int, total: int | None = None) -> None:
        """Show that `done` rows are done, of `total` where that is known."""
        passed = time.perf_counter() - self._begun
        if passed < _QUIET_SECONDS or not done or not sys.stderr.isatty():
            return
        rate = done / passed
        left = f"{rate:.0f} a second, {(total - done) / rate:.0f} s left" if total else ""
        say_over(f"{done} of {total} rows, {left}" if total else f"{done} lines written")
        self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            say_over("")
