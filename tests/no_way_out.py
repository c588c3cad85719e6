"""Nothing outside this machine is reached in any test: what passes here needs nobody else's service (F-29)."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


class ReachedOutside(Exception):
    """A test, or Kith in it, wanted to speak to another machine."""


@contextmanager
def no_way_out() -> Iterator[None]:
    """Connecting to anything but this machine is an error meanwhile."""
    connect = socket.socket.connect

    def stays_here(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
            raise ReachedOutside(address)
        return connect(self, address)

    with patch.object(socket.socket, "connect", stays_here):
        yield


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
