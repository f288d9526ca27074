"""A proxy between the driver and a Neo4j that harms what passes through it."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

_BLOCK = 16_384


class BadProxy:
    """Passes bytes on to a server until so many have passed; from then on `harm` says what becomes of them.

    `harm` takes bytes and returns what is passed on in their place; None closes the connection.
    """

    def __init__(self, uri: str, after: int, harm: Callable[[bytes], bytes | None], *, answers: bool, once: bool):
        self._there = (urlsplit(uri).hostname, urlsplit(uri).port)
        self._left, self._harm, self._answers, self._once = after, harm, answers, once
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        self.harmed = 0
        self._open: list[socket.socket] = [self._listener]

    def __enter__(self) -> "BadProxy":
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        for one in self._open:
            _close(one)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._there)
            except OSError:
                return
            self._open += [client, server]
            for source, target, is_answer in ((client, server, False), (server, client, True)):
                arguments = (source, target, is_answer == self._answers)
                threading.Thread(target=self._pump, args=arguments, daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, may_harm: bool) -> None:
        try:
            while data := source.recv(_BLOCK):
                passed: bytes | None = data
                if may_harm:
                    self._left -= len(data)
                    if self._left < 0 and not (self._once and self.harmed):
                        self.harmed += 1
                        passed = self._harm(data)
                if passed is None:
                    break
                target.sendall(passed)
        except OSError:
            pass
        _close(source)
        _close(target)


def cut(_data: bytes) -> None:
    """The connection ends here."""


def garbled(data: bytes) -> bytes:
    """Every byte is another one."""
    return bytes(byte ^ 0x5A for byte in data)


def slow(data: bytes) -> bytes:
    """Nothing but late."""
    time.sleep(0.02)
    return data


def _close(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
