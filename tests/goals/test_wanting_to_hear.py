"""A worker would like to hear how it goes: the individual sees it, nothing is sent for it, and telling ends it."""

from datetime import date

import pytest

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions
from kith.messaging import actions as messaging
from kith.outbox.models import Letter

from .conftest import FRIDAY
from .test_pages import of

SAID = "Anwen would like to hear how it goes."


def is_wanted(goal) -> bool:
    goal.refresh_from_db()
    return goal.wants_to_hear_id is not None


def write(cast, goal):
    messaging.write(individual=cast.individual, words="I did it!", about=goal, by=cast.as_individual)


def add_time(cast, goal):
    actions.add_result(goal=goal, value="27:40", by=cast.as_individual)


@pytest.fixture
def wanted(cast, run):
    actions.would_like_to_hear(goal=run, by=cast.as_worker)
    return run


@pytest.mark.shows("S100")
def test_a_worker_asks_on_the_goal_and_the_individual_sees_it_there_and_on_their_plan(cast, run, client):
    client.force_login(cast.worker)
    assert "Say I would like to hear how it goes" in client.get(of("goal_page", cast, run)).content.decode()
    client.post(of("wants_to_hear", cast, run), {"do": "hear"})
    assert "You would like to hear how it goes." in client.get(of("goal_page", cast, run)).content.decode()
    client.force_login(cast.user)
    page = client.get(of("goal_page", cast, run)).content.decode()
    assert SAID in page and f"/messages/?about={run.public_id}" in page
    assert (
        "Anwen would like to hear how it goes"
        in client.get(f"/people/{cast.individual.public_id}/plan/").content.decode()
    )


@pytest.mark.shows("S100")
def test_nothing_is_sent_for_it_and_asked_twice_it_stands_once(cast, wanted):
    actions.would_like_to_hear(goal=wanted, by=cast.as_worker)
    assert is_wanted(wanted)
    assert not Letter.objects.filter(individual_ref=cast.individual.public_id).exists()


@pytest.mark.parametrize("who", ["as_worker", "as_individual"])
def test_whoever_asked_takes_it_back_and_the_individual_may_take_it_away(cast, wanted, who):
    actions.need_not_hear(goal=wanted, by=getattr(cast, who))
    assert not is_wanted(wanted)


@pytest.mark.parametrize("day, ends", [(11, False), (2, True)])
@pytest.mark.parametrize("tells", [write, add_time])
def test_telling_ends_it_once_the_day_has_come(cast, wanted, day, ends, tells):
    with clock.at(FRIDAY.replace(month=9 if day == 11 else 12, day=day)):
        tells(cast, wanted)
    assert wanted.due_on == date(2026, 12, 1)
    assert is_wanted(wanted) is not ends


def test_nobody_else_asks_and_nobody_asks_of_themselves_or_of_what_is_over(cast, run):
    with pytest.raises(NotPermitted):
        actions.would_like_to_hear(goal=run, by=cast.as_stranger)
    with pytest.raises(Refused, match="You know how it goes"):
        actions.would_like_to_hear(goal=run, by=cast.as_individual)
    actions.reach(goal=run, by=cast.as_worker)
    with pytest.raises(Refused, match="not going on"):
        actions.would_like_to_hear(goal=run, by=cast.as_worker)
