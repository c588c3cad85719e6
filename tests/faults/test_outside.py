"""Nothing outside can be reached, in this test as in every other: all of them pass without it."""

import socket

import pytest

from tests.no_way_out import ReachedOutside


@pytest.mark.fault("F-29")
@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("kith.example", 443)])
def test_whatever_speaks_to_another_machine_fails(address):
    with pytest.raises(ReachedOutside), socket.socket() as line:
        line.connect(address)
