"""The same cast and day as the goals have, and the packs that come with Kith."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor
from kith.measures import actions, queries
from kith.measures.models import Measure
from kith.people.actors import actor_for
from kith.people.models import User
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather, goes_boxing
from tests.goals.conftest import FRIDAY, SET_AT, friday_morning, own, without_a_second_factor, workers

__all__ = ["friday_morning", "own", "without_a_second_factor", "workers"]

OFFICE = Actor.command_line()
URL = "https://kith.example/measures/"


def ours(name: str) -> Measure:
    return queries.measure_named(URL + name, "1")


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def gathered_with_ours() -> Cast:
    actions.bring_in_ours()
    return gather()


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, clock.at(FRIDAY)(gathered_with_ours)) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)


@pytest.fixture
def boxing(cast):
    return goes_boxing(cast, SET_AT)


@pytest.fixture
def as_manager(cast) -> Actor:
    return actor_for(cast.manager, clock.now())


@pytest.fixture
def ons4(cast) -> Measure:
    return actions.switch_on(measure=ours("ons4"), by=OFFICE)


@pytest.fixture
def ucla(cast) -> Measure:
    return actions.switch_on(measure=ours("ucla-3"), by=OFFICE)


@pytest.fixture
def attainment(cast) -> Measure:
    return actions.switch_on(measure=ours("goal-attainment"), by=OFFICE)
