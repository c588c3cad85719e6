"""Tomos and Anwen, who will stop meeting; one Friday morning. Mair manages the team, Priya works in it."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.actor import Actor
from kith.moving_on import actions
from kith.moving_on.models import Talk
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import User
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather

FRIDAY = datetime(2026, 9, 11, 9, 0, tzinfo=UTC)  # ten in the morning, British summer time
A_YEAR_BEFORE = FRIDAY - timedelta(days=365)
SYSTEM = Actor.system()


@pytest.fixture(autouse=True)
def friday_morning(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    with clock.at(FRIDAY):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, clock.at(A_YEAR_BEFORE)(gather)) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)


@pytest.fixture
def priya(cast) -> User:
    user = people.add_account(email="priya@calderford.example", name="Priya Nair", by=Actor.command_line())
    people.join_team(user=user, team=cast.team, by=Actor.command_line())
    return user


@pytest.fixture
def talk(cast) -> Talk:
    return actions.begin(individual=cast.individual, by=cast.as_worker)


@pytest.fixture
def moved_on(cast) -> Cast:
    """Stopped this morning; Tomos keeps his page."""
    actions.stop(individual=cast.individual, by=cast.as_worker)
    return again(cast)


def again(cast: Cast) -> Cast:
    """As it stands now."""
    cast.individual.refresh_from_db()
    cast.user.refresh_from_db()
    return cast


def as_manager(cast: Cast) -> Actor:
    return actor_for(cast.manager, clock.now())


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sweep(moment: datetime) -> None:
    """The clock comes by at this instant: tells, asks, closes; and what it wrote leaves."""
    with clock.at(moment):
        actions.tell_all_of_the_end(by=SYSTEM)
        actions.ask_all_how_it_goes(by=SYSTEM)
        actions.close_all_that_ended(by=SYSTEM)
        Letter.objects.filter(state=Letter.State.WAITING).update(state=Letter.State.SENT, sent_at=moment)
