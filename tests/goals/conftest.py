"""The cast, and one day on which most of these tests happen."""

from datetime import UTC, date, datetime

import pytest

from kith.access import clock

from .cast import Cast, gather

FRIDAY = datetime(2026, 9, 11, 9, 0, tzinfo=UTC)
TODAY = date(2026, 9, 11)


@pytest.fixture(autouse=True)
def friday_morning():
    with clock.at(FRIDAY):
        yield


@pytest.fixture
def cast(db) -> Cast:
    return gather()
