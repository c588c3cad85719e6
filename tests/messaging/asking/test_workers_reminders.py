"""What a worker is reminded of, by email and by day: it names nobody, and all of it can be switched off."""

from datetime import date, time

import pytest

from kith.access.permit import NotPermitted
from kith.conversations import actions as conversations
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.local_knowledge.models import Check
from kith.messaging.actions import reminding
from kith.messaging.models import Reminder
from kith.outbox.models import Letter
from tests.introductions.test_actions import mark

from .conftest import TUESDAY, at, remind_at, sent, wish


@pytest.mark.shows("S20")
def test_the_brief_comes_two_days_before_to_the_worker_and_names_nobody(cast):
    conversations.plan_next(individual=cast.individual, when=on_day(TUESDAY, time(14)), by=cast.as_worker)
    wish(cast)
    for day in (17, 18, 19, 20):
        remind_at(at(day, 9))
    assert sent() == [("brief", "20 Oct")]
    letter = Letter.objects.get(kind="to worker: brief")
    assert (letter.to, letter.subject) == (cast.worker.email, "Something to read before you meet")
    assert letter.body.rstrip().endswith(f"/people/{cast.individual.public_id}/brief/")
    assert "Tomos" not in letter.body


def test_or_as_many_days_before_as_the_worker_likes(cast):
    reminding.choose_own_reminders(user=cast.worker, brief_days=5, by=cast.as_worker)
    conversations.plan_next(individual=cast.individual, when=on_day(TUESDAY, time(14)), by=cast.as_worker)
    wish(cast)
    remind_at(at(14, 9))
    assert sent() == []
    remind_at(at(15, 9))
    assert sent() == [("brief", "20 Oct")]


def test_a_worker_chooses_for_nobody_but_themselves(cast):
    with pytest.raises(NotPermitted):
        reminding.choose_own_reminders(user=cast.worker, brief_days=5, by=cast.as_individual)


def test_what_a_worker_promised_a_week_before(cast, race):
    reminding.choose_own_reminders(user=cast.worker, brief_days=0, promises=True, by=cast.as_worker)
    goals.add_step(goal=race, words="Ring the club", owner="worker", by_when=TUESDAY, by=cast.as_worker)
    for day in (12, 13, 14, 18):
        remind_at(at(day, 9))
    assert sent() == [("worker promise", "20 Oct")]
    letter = Letter.objects.get(kind="to worker: a promise")
    assert "Tomos" not in letter.body
    assert letter.subject == "Something that was promised"  # whose promise it was, the letter says


def test_a_first_visit_the_worker_goes_along_to(cast):
    reminding.choose_own_reminders(user=cast.worker, brief_days=0, visits=True, by=cast.as_worker)
    club = directory.add_activity(name="Walking group", by=cast.as_worker)
    choices = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "worker"}
    made = introductions.prepare(individual=cast.individual, activity=club, by=cast.as_worker, **choices)
    made = introductions.agree(introduction=made, shown=mark(made), by=cast.as_individual)
    introductions.plan_visit(introduction=made, on=TUESDAY, by=cast.as_worker)
    remind_at(at(19, 9))
    assert sent() == [("visit", "20 Oct")]


def test_listings_nobody_checked_for_long_once_a_week_to_whoever_checked_last(cast):
    wish(cast)
    for name in ("Choir", "Chess"):
        place = directory.add_activity(name=name, by=cast.as_worker)
        Activity.objects.filter(pk=place.pk).update(last_checked_on=date(2026, 3, 1))
        Check.objects.create(activity=place, user=cast.worker, on=date(2026, 3, 1), how="rang them")
    for day in (5, 6, 7, 12):
        remind_at(at(day, 9))
    assert sent() == [("listings", "05 Oct"), ("listings", "12 Oct")]
    assert "Choir, Chess" in Letter.objects.filter(kind="to worker: listings to check").first().body


def test_all_of_it_can_be_switched_off_by_the_worker(cast, meeting, race):
    goals.add_step(goal=race, words="Ring the club", owner="worker", by_when=TUESDAY, by=cast.as_worker)
    wish(cast)
    for day in (13, 18, 19, 20):
        remind_at(at(day, 9))
    assert sent() == []


def test_a_brief_that_nobody_sent_in_time_is_counted_too(cast):
    remind_at(at(16, 9))
    conversations.plan_next(individual=cast.individual, when=on_day(TUESDAY, time(14)), by=cast.as_worker)
    wish(cast)
    assert remind_at(at(21, 9))["let be"] == 1
    assert Reminder.objects.get().kind == "brief"
