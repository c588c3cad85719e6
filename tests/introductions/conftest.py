"""The cast, and one day on which most of these tests happen."""

from datetime import UTC, date, datetime

import pytest

from kith.access import clock

from .cast import Cast, gather

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
VISIT = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def monday_morning():
    with clock.at(MONDAY):
        yield


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    """Signing in is shown elsewhere."""
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def cast(db) -> Cast:
    return gather()
