"""The cast, on one Tuesday."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime

import pytest

from kith.access import clock
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather

TUESDAY = datetime(2026, 8, 18, 17, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def tuesday_evening():
    with clock.at(TUESDAY):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, clock.at(TUESDAY)(gather)) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)
