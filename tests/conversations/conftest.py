"""The cast, on one Tuesday."""

from datetime import UTC, datetime

import pytest

from kith.access import clock
from tests.goals.cast import Cast, gather

TUESDAY = datetime(2026, 8, 18, 17, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def tuesday_evening():
    with clock.at(TUESDAY):
        yield


@pytest.fixture
def cast(db) -> Cast:
    return gather()
