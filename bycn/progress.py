"""Progress of something long, on a terminal: how much is done, how fast, and how long it will take."""

import sys
import time

import click

_QUIET_SECONDS = 1.0
_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """A line on stderr that is written over, where stderr is a terminal and it takes more than a second."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` rows are done."""
        passed = time.perf_counter() - self._begun
        if passed < _QUIET_SECONDS or not done or not sys.stderr.isatty():
            return
        rate = done / passed
        left = (total - done) / rate
        click.echo(f"{_CLEAR_LINE}{done} of {total} rows, {rate:.0f} a second, {left:.0f} s left", nl=False, err=True)
        self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo(_CLEAR_LINE, nl=False, err=True)
