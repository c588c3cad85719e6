"""The cast, with somebody else's eyes too."""

from datetime import time, timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.goals import actions as goals
from tests.goals.cast import Cast, gather


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def cast(db) -> Cast:
    """They have known each other for a year."""
    with clock.at(clock.now() - timedelta(days=365)):
        return gather()


@pytest.fixture
def signed_in():
    def sign_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def full(cast):
    """A plan with one of each thing."""
    by = cast.as_worker
    cast.team.reached_at = "01632 960414, Monday to Friday, 9 to 5"
    cast.team.save()
    gym = directory.add_activity(
        name="Riverside Gym",
        place=PlaceDetails("Riverside Gym", "4 Wharf Road", "HX7 0AB"),
        times=[Slot(weekday=3, starts=time(18, 30), not_on=(clock.today() + timedelta(days=9),))],
        phone="01632 960114",
        host_name="Sam Ellery",
        is_free=True,
        by=by,
    )
    weekly = {"kind": "commitment", "words": "Go to the gym", "activity": gym, "weekday": 3, "at_time": time(18, 30)}
    goal = goals.set_goal(individual=cast.individual, by=by, **weekly)
    goals.add_step(goal=goal, words="Find your shoes", by=by)
    goals.add_step(individual=cast.individual, words="Ask the club", owner="worker", by=by)
    goals.keep_wish(individual=cast.individual, words="To grow things", by=by)
    wrote = WriteUp(held_on=clock.today() - timedelta(days=2), shared="We talked.")
    conversations.write_up(individual=cast.individual, wrote=wrote, by=by)
    when = on_day(clock.today() + timedelta(days=90), time(14))
    conversations.plan_next(individual=cast.individual, when=when, place="The café", minutes=60, by=by)
    return cast
