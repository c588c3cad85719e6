"""A connection that is shut when its time is up, whatever it is waiting for: a server that sends a byte a second is
never silent for long, so no bound between two bytes ends it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from time import monotonic

import urllib3

CONNECT, READ = 10, 20  # seconds, at most
A_MOMENT = 0.01  # a second is never over before its end


def patience(until: float) -> urllib3.Timeout:
    """What is left, and not all of it for one step. Half for connecting: its handshake may take as long again."""
    left = max(until - monotonic(), A_MOMENT)
    return urllib3.Timeout(total=left, connect=min(CONNECT, left / 2), read=READ)


def looked_up(name: str, port: int, until: float) -> list[str]:
    """The numbers that a name leads to. The system's own look-up knows no bound, so it is left behind when time is up.

    Raises `OSError` and `UnicodeError` as it does, and `TimeoutError` then."""
    answers: SimpleQueue[list | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(socket.getaddrinfo(name, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as problem:
            answers.put(problem)

    Thread(target=ask, daemon=True).start()
    try:
        found = answers.get(timeout=max(min(CONNECT, until - monotonic()), A_MOMENT))
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@contextmanager
def shut_at(until: float, pool: urllib3.HTTPConnectionPool) -> Iterator[None]:
    """What this pool has open is shut then (`time.monotonic`). Reading from it ends or fails: ask what time it is."""
    opened: list[socket.socket] = []

    class InReach(pool.ConnectionCls):  # type: ignore[name-defined] - plain or with TLS like the pool
        def connect(self) -> None:
            super().connect()
            opened.append(self.sock)
            if monotonic() > until:
                raise TimeoutError

    pool.ConnectionCls = InReach  # type: ignore[assignment] - one of those
    timer = Timer(max(until - monotonic(), 0) + A_MOMENT, _shut, [opened])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _shut(opened: list[socket.socket]) -> None:
    for each in opened:
        with suppress(OSError):  # it has been closed already
            socket.socket.shutdown(each, socket.SHUT_RDWR)  # beneath TLS, which would wait for a goodbye
