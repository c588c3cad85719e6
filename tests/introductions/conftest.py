"""The cast, and one day on which most of these tests happen."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime

import pytest

from kith.access import clock
from tests.gathered import once_a_file

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


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, clock.at(MONDAY)(gather)) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)
