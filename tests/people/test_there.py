"""Who is there for somebody at an instant: never whoever is away, nor an account that rests."""

from datetime import UTC, date, datetime

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.people import actions
from kith.people.actors import actor_for
from kith.people.models import Individual, User
from kith.people.there import who_else_is_there, who_is_there
from kith.people.who_reads import who_reads
from kith.people.within import within
from tests.people.test_who_reads import WEDNESDAY, Told

MONDAY = datetime(2026, 11, 30, 11, tzinfo=UTC)
THE_WEEK = {"first_day": date(2026, 11, 30), "last_day": date(2026, 12, 4)}


@pytest.fixture
def told(db) -> Told:
    return Told()


@pytest.fixture
def noor(told) -> User:
    with clock.at(WEDNESDAY):
        return told.joins("Noor", Actor.command_line())


def acts(user: User) -> Actor:
    return actor_for(user, WEDNESDAY)


def is_away(user: User, cover: User, **when) -> None:
    with clock.at(WEDNESDAY):
        actions.be_away(user=user, cover=cover, by=acts(user), **(when or THE_WEEK))


def covers_by_hand(told, user: User) -> None:
    with clock.at(WEDNESDAY):
        actions.cover(user=user, individual=told.greg, by=acts(told.vish))


def test_whoever_covers_and_is_away_themselves_is_promised_to_nobody(told, noor):
    is_away(told.vish, cover=told.priya)
    is_away(told.priya, cover=noor)
    assert who_is_there(told.greg, MONDAY).user is None
    assert told.reads(MONDAY).words.startswith("Nobody is here for this just now.")
    assert told.reads(WEDNESDAY).user == told.vish


def test_only_on_the_days_on_which_they_are_away(told, noor):
    is_away(told.vish, cover=told.priya)
    is_away(told.priya, cover=noor, first_day=date(2026, 11, 30), last_day=date(2026, 11, 30))
    assert who_is_there(told.greg, MONDAY).user is None
    assert who_is_there(told.greg, MONDAY.replace(month=12, day=1)).user == told.priya


def test_somebody_asked_by_hand_who_is_away_leaves_it_with_the_worker(told, noor):
    covers_by_hand(told, told.priya)
    assert who_is_there(told.greg, MONDAY).user == told.priya
    is_away(told.priya, cover=noor)
    assert who_is_there(told.greg, MONDAY).user == told.vish


@pytest.mark.parametrize("gone", ["their account rests", "they left"])
def test_without_a_worker_whoever_covers_is_there(told, gone):
    covers_by_hand(told, told.priya)
    if gone == "they left":
        told.greg.relations.filter(user=told.vish).update(ends_at=WEDNESDAY)
    else:
        User.objects.filter(pk=told.vish.pk).update(is_active=False)
    reader = who_reads(Individual.objects.get(pk=told.greg.pk), WEDNESDAY)
    assert (reader.user, reader.is_cover) == (told.priya, True)
    assert reader.words.startswith("Priya reads this today. Expect")


def test_whoever_else_helps_is_looked_for_among_those_who_are_there(told, noor):
    with clock.at(WEDNESDAY):
        for user in (told.priya, noor):
            actions.also_work_with(user=user, individual=told.greg, by=acts(told.vish))
    is_away(noor, cover=told.priya)
    assert who_else_is_there(told.greg, MONDAY, told.vish.pk) == told.priya
    assert who_else_is_there(told.greg, WEDNESDAY, told.priya.pk) in (told.vish, noor)
    User.objects.filter(pk__in=(told.priya.pk, told.vish.pk)).update(is_active=False)
    assert who_else_is_there(told.greg, MONDAY, told.vish.pk) is None


def test_whoever_works_with_them_twice_over_is_named_once_and_an_account_that_rests_not_at_all(told, noor):
    covers_by_hand(told, told.vish)
    covers_by_hand(told, noor)
    User.objects.filter(pk=noor.pk).update(is_active=False)
    with clock.at(WEDNESDAY):
        assert within(told.greg, is_own=True)[0].who == told.vish.name
