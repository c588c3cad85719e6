"""The cast, and one day on which most of these tests happen."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from kith.access import clock
from kith.goals import actions
from kith.goals.models import Goal, HelperPage
from tests.gathered import once_a_file
from tests.letting_in import let_see

from .cast import Cast, gather, goes_boxing
from .helping import NUMBER, WORDS

FRIDAY = datetime(2026, 9, 11, 9, 0, tzinfo=UTC)
TODAY = date(2026, 9, 11)
SET_AT = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
THURSDAY = 3


@pytest.fixture(autouse=True)
def friday_morning():
    with clock.at(FRIDAY):
        yield


@pytest.fixture(autouse=True)
def without_a_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with once_a_file(django_db_blocker, clock.at(FRIDAY)(gather)) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db) -> Cast:
    return deepcopy(gathered)


@pytest.fixture
def boxing(cast) -> Goal:
    """Set on Tuesday the 1st."""
    return goes_boxing(cast, SET_AT)


@pytest.fixture
def run(cast) -> Goal:
    """A target, set on the same day, with times to write down."""
    with clock.at(SET_AT):
        return actions.set_goal(
            individual=cast.individual,
            kind="target",
            words="Run 5km in the park",
            due_on=date(2026, 12, 1),
            aiming_for="29:00",
            measured_in="time",
            by=cast.as_individual,
        )


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
def supporters(client, cast):
    """A browser of somebody the individual let in to see the goals, and nothing else; and the address of that page."""
    share = let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    client.force_login(cast.stranger)
    return client, reverse("home:let_see", args=[share.public_id])


@pytest.fixture
def neutral(settings):
    """Links stand on a host of their own."""
    settings.PUBLIC_URL, settings.INTRODUCTION_URL = "https://kith.example", "https://goodcompany.example"
    settings.ALLOWED_HOSTS = ["goodcompany.example", "kith.example"]


@pytest.fixture
def held(cast, boxing):
    """A step of the boxing goal that Sam holds."""
    helper = actions.lend_a_hand(goal=boxing, name="Sam", has_time="Tuesday evenings", by=cast.as_individual)
    return actions.add_step(goal=boxing, words=WORDS, owner="helper", helper=helper, by=cast.as_individual)


@pytest.fixture
def page(cast, held) -> HelperPage:
    """Agreed by Tomos himself."""
    made = actions.make_page(step=held, words=WORDS, reach="worker", number=NUMBER, by=cast.as_worker)
    return actions.agree_to_page(page=made, by=cast.as_individual)
