"""An install of its own for each test that breaks one, on whichever database the tests run."""

from collections.abc import Callable, Iterator

import pytest

from tests.faults.served import Kith
from tests.upkeep.own_database import installed


@pytest.fixture
def kith(tmp_path_factory, tmp_path) -> Iterator[Kith]:
    """A Kith with somebody in it, not begun yet."""
    with installed(tmp_path_factory, tmp_path / "data") as install:
        kith = Kith(install)
        try:
            yield kith
        finally:
            kith.stop()


@pytest.fixture
def told(record_property) -> Callable[[str], None]:
    """Says in one line what was seen, for the table."""
    return lambda words: record_property("told", words)
