"""The cast, a weekly class, and a Thursday morning in autumn."""

from datetime import UTC, date, datetime, time

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.goals import actions as goals
from kith.goals.models import Goal
from kith.messaging.actions import asking
from kith.outbox.models import Letter
from tests.goals.cast import Cast, gather

THURSDAY = date(2026, 10, 1)
MORNING = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)  # ten where they live
SYSTEM, OFFICE = Actor.system(), Actor.command_line()


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    """An instant of this autumn, in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def ask_at(moment: datetime):
    """Everything due is asked at this instant. Gives the counts."""
    return asking.ask_how_it_went(by=SYSTEM, now=moment)


def letters(kind: str = asking.DID_YOU_GO) -> list[Letter]:
    """The letters of this kind, oldest first."""
    return list(Letter.objects.filter(kind=kind).order_by("pk"))


@pytest.fixture(autouse=True)
def thursday_morning():
    with clock.at(MORNING):
        yield


@pytest.fixture(autouse=True)
def without_a_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def cast(db) -> Cast:
    return gather()


@pytest.fixture
def boxing(cast) -> Goal:
    """Every Thursday at half past six, since Tuesday."""
    with clock.at(at(29, 12, month=9)):
        return goals.set_goal(
            individual=cast.individual,
            kind="commitment",
            words="Go to kick-boxing.",
            weekday=3,
            at_time=time(18, 30),
            by=cast.as_individual,
        )


@pytest.fixture
def asked(cast, boxing):
    """“Ask me how it went”, chosen this morning as it is usual."""
    return asking.choose_asking(goal=boxing, by=cast.as_individual)


@pytest.fixture
def own(client, cast):
    """A browser in which the individual is signed in."""
    client.force_login(cast.user)
    return client


@pytest.fixture
def workers(client, cast):
    """A browser in which the worker is signed in."""
    client.force_login(cast.worker)
    return client
