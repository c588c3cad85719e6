"""Whoever has connected and not yet asked anything waits outside. Browsers open a line more than they need, and a
process that took one would wait for its words instead of answering the others: two such lines stopped everybody."""

import socket
import sys

_OUTSIDE = 3600  # seconds; browsers give up a line they do not use long before


def leave_the_silent_outside(listener: socket.socket) -> None:
    """Lines come in with their first words only (Linux, tcp(7): TCP_DEFER_ACCEPT)."""
    if sys.platform.startswith("linux") and listener.family in (socket.AF_INET, socket.AF_INET6):
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, _OUTSIDE)
