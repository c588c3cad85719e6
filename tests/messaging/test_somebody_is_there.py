"""A message waits for somebody who is there: not for whoever covers and is away, nor for nobody beside a cover."""

from datetime import date, timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.messaging import actions
from kith.messaging.models import Message
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import User

from .conftest import FRIDAY
from .test_the_queue import time_passes

A_WEEK = {"first_day": date(2026, 9, 11), "last_day": date(2026, 9, 18)}
NEXT_MONDAY = {"first_day": date(2026, 9, 14), "last_day": date(2026, 9, 18)}
ON_MONDAY = FRIDAY + timedelta(days=3)


@pytest.fixture
def ines(cast) -> User:
    office = Actor.command_line()
    user = people.add_account(email="ines@calderford.example", name="Ines Roe", by=office)
    people.join_team(user=user, team=cast.team, by=office)
    return user


def is_away(user: User, cover: User, days: dict) -> None:
    people.be_away(user=user, cover=cover, by=actor_for(user, clock.now()), **days)


def writes(cast) -> Message:
    return actions.write(individual=cast.individual, words="Hello?", by=cast.as_individual)


def test_written_while_both_are_away_it_is_the_manager_s(cast, priya, ines):
    is_away(cast.worker, priya, A_WEEK)
    is_away(priya, ines, A_WEEK)
    message = writes(cast)
    assert (message.owner, message.turn) == (None, Message.Turn.MANAGER)


def test_what_waits_for_a_cover_who_goes_away_goes_on_at_once(cast, priya, ines):
    is_away(cast.worker, priya, A_WEEK)
    message = writes(cast)
    assert message.owner == priya
    is_away(priya, ines, NEXT_MONDAY)
    assert time_passes(ON_MONDAY) == 1
    message.refresh_from_db()
    assert (message.owner, message.turn) == (None, Message.Turn.MANAGER)


def test_unread_it_is_not_passed_on_to_a_colleague_who_is_away(cast, priya, ines):
    people.also_work_with(user=priya, individual=cast.individual, by=cast.as_worker)
    is_away(priya, ines, A_WEEK)
    message = writes(cast)
    time_passes(message.read_by_day + timedelta(hours=1))
    message.refresh_from_db()
    assert (message.owner, message.turn) == (None, Message.Turn.MANAGER)


def test_without_a_worker_it_waits_for_whoever_covers(cast, priya):
    people.cover(user=priya, individual=cast.individual, by=actor_for(cast.manager, clock.now()))
    User.objects.filter(pk=cast.worker.pk).update(is_active=False)
    message = writes(cast)
    assert (message.owner, message.turn) == (priya, Message.Turn.COVER)


def test_a_manager_gives_it_to_nobody_who_is_away(cast, priya, ines):
    message = writes(cast)
    is_away(priya, ines, A_WEEK)
    by = actor_for(cast.manager, clock.now())
    with pytest.raises(Refused, match="Priya is away just now. Please choose somebody else."):
        actions.hand_to(message=message, user=priya, by=by)
    assert actions.hand_to(message=message, user=ines, by=by).owner == ines
