"""The same cast and day as the goals have, and a life with a few in it."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from django.test import Client

from kith.access import clock
from kith.directory import actions as directory
from kith.network_map import actions
from kith.network_map.models import Connection
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather

FRIDAY = datetime(2026, 9, 11, 9, 0, tzinfo=UTC)
SET_AT = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)


def add(cast, *names, by=None, at: datetime | None = None, **said) -> list[Connection]:
    """By Tomos himself, close, unless told."""
    said = {"circle": 1} | said
    with clock.at(at or clock.now()):
        return actions.add(individual=cast.individual, names=list(names), by=by or cast.as_individual, **said)


@pytest.fixture(autouse=True)
def friday_morning(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    with clock.at(FRIDAY):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, clock.at(FRIDAY)(gather)) as cast:
        yield cast


@pytest.fixture
def own(client, cast) -> Client:
    """A browser in which the individual is signed in."""
    client.force_login(cast.user)
    return client


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)


@pytest.fixture
def workers(cast) -> Client:
    """A browser of the worker's, beside that of the individual."""
    client = Client()
    client.force_login(cast.worker)
    return client


@pytest.fixture
def club(cast):
    return directory.add_activity(name="Calderford Running Club", by=cast.as_worker)


@pytest.fixture
def life(cast, club) -> dict[str, Connection]:
    """Mum, who is close; the centre; Anwen, who is paid; the running club, and Dee from there. Since the 1st."""
    with clock.at(SET_AT):
        found = [
            *add(cast, "Mum", at=SET_AT),
            *add(cast, "The centre", kind="place", circle=2, at=SET_AT),
            *add(cast, "Anwen", is_paid=True, circle=2, at=SET_AT),
            actions.add_from_activity(individual=cast.individual, activity=club, by=cast.as_individual),
            *add(cast, "Dee", circle=3, through=club, at=SET_AT),
        ]
    return {each.name: each for each in found}
