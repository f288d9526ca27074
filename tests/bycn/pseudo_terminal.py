"""A real pseudo-terminal, for what is printed on one."""

import errno
import os
import re
import select
import struct
import subprocess
import sys
from pathlib import Path
from types import TracebackType

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


STARTS = {
    "bash": (["--norc", "--noprofile", "-i"], "bind 'set completion-query-items 0'; source ~/bash"),
    "zsh": (["-f", "-i"], "unsetopt prompt_sp; autoload -Uz compinit && compinit -u; source ~/zsh"),
    "fish": (["--no-config", "-i"], "source ~/fish"),
}
"""How each shell starts with no settings but its script of completion, which lies in the home."""


class Shell:
    """A shell that somebody types into."""

    def __init__(self, program: str, environment: dict[str, str]):
        pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
        self._master, slave = pty.openpty()
        options, start = STARTS[Path(program).name]
        self._running = subprocess.Popen(
            [program, *options], env=environment, preexec_fn=lambda: os.login_tty(slave), pass_fds=[slave]
        )
        os.close(slave)
        self._told = b""
        self._type(f"{start}\r")
        self.words_of("echo")

    def __enter__(self) -> "Shell":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._running.kill()
        self._running.wait(60)
        os.close(self._master)

    def words_of(self, line: str) -> list[str]:
        """The words that a line has once it is completed and an X is typed after it."""
        self._type(f"{line}\tX")
        self._type("\x01printf '<%s>' ; printf '[%s]' \r")  # at the beginning of the line
        found = self._until(rb"<>((?:\[[^\[\]\r\n]*\])*\[[^\[\]\r\n]*X\])")
        return re.findall(r"\[([^\[\]]*)\]", found)

    def _type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def _until(self, pattern: bytes) -> str:
        """What the shell tells that fits a pattern."""
        while True:
            if match := re.search(pattern, self._told):
                self._told = b""
                return match[1].decode()
            ready, _, _ = select.select([self._master], [], [], 60)
            assert ready, self._told
            self._told += os.read(self._master, 65536)
