"""The same cast and day as the goals have, and a life with a few in it."""

from copy import deepcopy
from datetime import datetime

import pytest
from django.test import Client

from kith.access import clock
from kith.directory import actions as directory
from kith.network_map import actions
from kith.network_map.models import Connection
from tests.goals.cast import Cast
from tests.goals.conftest import (  # noqa: F401 - fixtures are found by their names
    SET_AT,
    friday_morning,
    gathered,
    own,
    without_a_second_factor,
)


def add(cast, *names, by=None, at: datetime | None = None, **said) -> list[Connection]:
    """By Tomos himself, close, unless told."""
    said = {"circle": 1} | said
    with clock.at(at or clock.now()):
        return actions.add(individual=cast.individual, names=list(names), by=by or cast.as_individual, **said)


@pytest.fixture
def cast(gathered, db) -> Cast:  # noqa: F811 - as pytest gives it
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
