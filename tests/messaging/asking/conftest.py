"""The cast, a weekly class, and a Thursday morning in autumn."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, time, timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations import actions as conversations
from kith.conversations.when import on_day
from kith.goals import actions as goals
from kith.goals.models import Goal
from kith.messaging.actions import asking, reminding
from kith.messaging.models import Reminder
from kith.outbox.models import Letter
from tests.gathered import once_a_file
from tests.goals.cast import Cast, gather, goes_boxing

THURSDAY = date(2026, 10, 1)
TUESDAY = date(2026, 10, 20)
MORNING = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)  # ten where they live
SYSTEM, OFFICE = Actor.system(), Actor.command_line()


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    """An instant of this autumn, in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def ask_at(moment: datetime, becomes: str = ""):
    """Everything due is asked at this instant; what was asked a day before has left by then. Gives the counts.
    `becomes`: what becomes of its letters instead."""
    asked = Letter.objects.filter(kind=asking.DID_YOU_GO, state="waiting")
    asked.filter(created_at__lt=moment - timedelta(days=1)).update(state="sent")
    counts = asking.ask_how_it_went(by=SYSTEM, now=moment)
    if becomes:
        asked.update(state=becomes)
    return counts


def letters(kind: str = asking.DID_YOU_GO) -> list[Letter]:
    """The letters of this kind, oldest first."""
    return list(Letter.objects.filter(kind=kind).order_by("pk"))


def remind_at(moment):
    return reminding.remind(by=SYSTEM, now=moment)


def sent() -> list[tuple[str, str]]:
    rows = Reminder.objects.filter(state="sent").order_by("pk")
    return [(each.kind, f"{each.on:%d %b}") for each in rows]


def wish(cast, **wished):
    return reminding.choose_reminders(individual=cast.individual, by=cast.as_individual, **wished)


def hush(cast):
    """Of the worker's reminders none; so that a test sees the others alone."""
    nothing = {"promises": False, "visits": False, "listings": False}
    reminding.choose_own_reminders(user=cast.worker, brief_days=0, by=cast.as_worker, **nothing)


@pytest.fixture(autouse=True)
def thursday_morning():
    with clock.at(MORNING):
        yield


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, clock.at(MORNING)(gather)) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)


@pytest.fixture
def boxing(cast) -> Goal:
    """Since Tuesday."""
    return goes_boxing(cast, at(29, 12, month=9))


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


@pytest.fixture
def meeting(cast):
    hush(cast)
    when = on_day(TUESDAY, time(14))
    return conversations.plan_next(individual=cast.individual, when=when, place="The library", by=cast.as_worker)


@pytest.fixture
def race(cast):
    hush(cast)
    return goals.set_goal(
        individual=cast.individual, kind="target", words="Run 5km", due_on=TUESDAY, by=cast.as_individual
    )
