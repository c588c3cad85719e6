"""Tomos, his worker Anwen, and Ines who looks after rights; one Tuesday morning."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import User
from kith.rights import actions
from kith.rights.models import Request
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather

TUESDAY = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Rights:
    """The cast, with two who look after rights."""

    cast: Cast
    ines: User
    ola: User

    @property
    def individual(self):
        return self.cast.individual

    @property
    def as_ines(self) -> Actor:
        return actor_for(self.ines, clock.now())

    @property
    def as_ola(self) -> Actor:
        return actor_for(self.ola, clock.now())


def gather_with_leads() -> Rights:
    office = Actor.command_line()
    lead = {"is_rights_lead": True, "by": office}
    ines = people.add_account(email="ines@calderford.example", name="Ines Marlow", **lead)
    ola = people.add_account(email="ola@calderford.example", name="Ola Finch", **lead)
    return Rights(gather(), ines, ola)


@pytest.fixture(autouse=True)
def tuesday_morning(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    with clock.at(TUESDAY):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Rights]:
    with once_a_file(django_db_blocker, clock.at(TUESDAY)(gather_with_leads)) as made:
        yield made


@pytest.fixture
def rights(gathered, db) -> Rights:
    return deepcopy(gathered)


@pytest.fixture
def wanted(rights) -> Request:
    """Tomos asked for a copy this morning."""
    return actions.ask(individual=rights.individual, kind="copy", by=rights.cast.as_individual)


@pytest.fixture
def signed_in(client):
    """A client signed in as somebody."""

    def as_somebody(user: User) -> Client:
        client.force_login(user)
        return client

    return as_somebody
