"""A worker's reminders while they are away: to whoever covers, whose words say whose it is, and to nobody else."""

from datetime import date, time

import pytest

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.when import on_day
from kith.goals import actions as goals
from kith.messaging.actions import reminding
from kith.messaging.models import Reminder
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import User

from .conftest import OFFICE, TUESDAY, at, remind_at, wish

BRIEF, PROMISE = "to worker: brief", "to worker: a promise"


@pytest.fixture
def priya(cast) -> User:
    """A colleague."""
    user = people.add_account(email="priya@calderford.example", name="Priya Nair", by=OFFICE)
    people.join_team(user=user, team=cast.team, by=OFFICE)
    return user


@pytest.fixture
def to_do(cast, race):
    """A meeting and a promise of the worker's, both for the same Tuesday."""
    reminding.choose_own_reminders(user=cast.worker, brief_days=2, promises=True, by=cast.as_worker)
    conversations.plan_next(individual=cast.individual, when=on_day(TUESDAY, time(14)), by=cast.as_worker)
    goals.add_step(goal=race, words="Ring the club", owner="worker", by_when=TUESDAY, by=cast.as_worker)
    wish(cast)


def away(cast, cover, first: int = 12, last: int = 23):
    days = {"first_day": date(2026, 10, first), "last_day": date(2026, 10, last)}
    return people.be_away(user=cast.worker, cover=cover, by=cast.as_worker, **days)


def told(kind: str) -> list[str]:
    return list(Letter.objects.filter(kind=kind).order_by("pk").values_list("to", flat=True))


def both_are_due() -> None:
    for day in (13, 18, 19):
        remind_at(at(day, 9))


@pytest.mark.shows("S20", "S101")
def test_whoever_covers_is_reminded_and_the_worker_who_is_away_is_not(cast, priya, to_do):
    away(cast, priya)
    both_are_due()
    assert (told(BRIEF), told(PROMISE)) == ([priya.email], [priya.email])
    assert {each.to for each in Reminder.objects.all()} == {priya}


def test_it_says_whose_it_is_and_names_nobody_else(cast, priya, to_do):
    away(cast, priya)
    both_are_due()
    brief, promise = Letter.objects.get(kind=BRIEF), Letter.objects.get(kind=PROMISE)
    assert "Something that Anwen promised is due by Tuesday 20 October." in promise.body
    assert "Anwen was to meet somebody on Tuesday 20 October" in brief.body
    assert "Tomos" not in brief.body + promise.body and "you said" not in promise.body


def test_it_leaves_and_what_it_leads_to_opens(client, cast, priya, to_do, settings):
    settings.KITH_DEMO, settings.SECOND_FACTOR_FOR_STAFF = True, False
    away(cast, priya)
    both_are_due()
    with clock.at(at(19, 9)):
        deliver_due(at(19, 9))
        assert Letter.objects.get(kind=BRIEF).state == Letter.State.IN_TRAY
        client.force_login(priya)
        assert client.get(f"/people/{cast.individual.public_id}/brief/").status_code == 200


def test_with_nobody_let_in_to_cover_it_stays_the_workers(cast, to_do, priya):
    away(cast, priya).covers.all().delete()
    both_are_due()
    assert (told(BRIEF), told(PROMISE)) == ([cast.worker.email], [cast.worker.email])


def test_back_again_the_worker_is_reminded_as_before(cast, priya, to_do):
    away(cast, priya, 12, 16)
    both_are_due()
    assert (told(PROMISE), told(BRIEF)) == ([priya.email], [cast.worker.email])


def test_at_the_weekend_it_goes_to_whoever_covers_from_monday_and_waits_for_them(cast, priya, to_do, settings):
    settings.KITH_DEMO = True
    away(cast, priya, 19, 23)
    priya.hears_days = [0, 1, 2, 3, 4, 5, 6]
    priya.save()
    remind_at(at(18, 9))
    assert told(BRIEF) == [priya.email]
    with clock.at(at(18, 9, 30)):
        deliver_due(at(18, 9, 30))
    letter = Letter.objects.get(kind=BRIEF)
    assert (letter.state, letter.last_problem) == ("waiting", "They do not cover yet.")
    with clock.at(at(19, 9)):
        deliver_due(at(19, 9))
    letter.refresh_from_db()
    assert letter.state == Letter.State.IN_TRAY


def test_what_still_waited_when_they_went_away_does_not_reach_them_and_stands_on_today(
    client, cast, priya, to_do, settings
):
    settings.KITH_DEMO, settings.SECOND_FACTOR_FOR_STAFF = True, False
    remind_at(at(13, 9))
    with clock.at(at(13, 9, 1)):
        away(cast, priya, 13, 16)
        deliver_due(at(13, 9, 1))
    assert Letter.objects.get(kind=PROMISE).state == Letter.State.HELD
    with clock.at(at(17, 9)):
        client.force_login(cast.worker)
        assert "Ring the club" in client.get("/").content.decode()


def test_a_cover_who_wants_no_such_reminders_gets_none(cast, priya, to_do):
    reminding.choose_own_reminders(user=priya, brief_days=0, by=actor_for(priya, clock.now()))
    away(cast, priya)
    both_are_due()
    assert (told(BRIEF), told(PROMISE)) == ([], [])
