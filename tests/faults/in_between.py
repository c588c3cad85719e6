"""Stands between Kith and PostgreSQL, and can let nothing through: a server that has gone, or is slow."""

import socket
import threading
import time
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit, urlunsplit

from tests.cli.running import spare_port


class InBetween:
    """Passes on what comes. `is_shut`: nobody gets in, and who is in is cut off. `slow_by`: seconds a piece."""

    def __init__(self, address: str):
        self.to = urlsplit(address)
        self.port, self.is_shut, self.slow_by = spare_port(), False, 0.0
        self.lines: list[socket.socket] = []
        self.door = socket.create_server(("127.0.0.1", self.port))

    @property
    def address(self) -> str:
        return urlunsplit(self.to._replace(netloc=f"{self.to.username}@127.0.0.1:{self.port}"))

    def lets_in(self) -> None:
        with suppress(OSError):  # until the door is closed
            while True:
                line, _ = self.door.accept()
                if self.is_shut:
                    line.close()
                    continue
                server = socket.create_connection((self.to.hostname, self.to.port))
                self.lines += [line, server]
                for one, other in ((line, server), (server, line)):
                    threading.Thread(target=self._passes_on, args=(one, other), daemon=True).start()

    def _passes_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(65536):
                time.sleep(self.slow_by)
                other.sendall(piece)
        for each in (one, other):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def shut(self) -> None:
        self.is_shut = True
        for each in self.lines:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@contextmanager
def in_between(address: str):
    """Open from the beginning, and gone afterwards."""
    stands = InBetween(address)
    threading.Thread(target=stands.lets_in, daemon=True).start()
    try:
        yield stands
    finally:
        stands.shut()
        stands.door.close()
