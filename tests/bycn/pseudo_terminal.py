"""A real pseudo-terminal, for what is printed on one."""

import errno
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run_on_terminal(
    *arguments: str, environment: dict[str, str], size: tuple[int, int] | None = None
) -> tuple[int, bytes]:
    """The exit code of `bycn` run on a terminal, of `size` lines and columns, and what it writes there."""
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    master, slave = pty.openpty()
    if size:
        fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-c", "from bycn.cli import main; main()", *arguments],
        cwd=ROOT,
        env=environment,
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    told = b""
    try:
        while part := os.read(master, 65536):
            told += part
    except OSError as error:  # Linux says so when the other side is closed
        if error.errno != errno.EIO:
            raise
    os.close(master)
    return running.wait(60), told
