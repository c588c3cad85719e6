"""The last day to put a name down is told in time, while it is still theirs to do."""

from datetime import date

import pytest

from kith.directory import actions as directory
from kith.directory.models import Activity, Status
from kith.goals import actions as goals
from kith.ideas import actions as ideas
from kith.messaging.models import Reminder
from kith.messaging.reminding.wording import words
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter

from .conftest import at, hush, remind_at, sent, wish

LAST = date(2026, 10, 16)


@pytest.fixture
def run(cast) -> Activity:
    hush(cast)
    found = directory.add_activity(name="Hebble 5k", by=cast.as_worker)
    Activity.objects.filter(pk=found.pk).update(apply_by=LAST, on_date=date(2026, 11, 8))
    found.refresh_from_db()
    return found


@pytest.fixture
def kept(cast, run):
    return ideas.keep(individual=cast.individual, activity=run, reasons=[], by=cast.as_individual)


def aims_for(cast, run):
    return goals.set_goal(
        individual=cast.individual, kind="target", words="Run it", activity=run, by=cast.as_individual
    )


def days_go_by():
    for day in (12, 13, 14, 15, 16, 17):
        remind_at(at(day, 9))
    return sent()


@pytest.mark.shows("S50")
def test_three_days_before_of_what_they_aim_for_and_once(cast, run):
    aims_for(cast, run)
    assert days_go_by() == [("entry", "16 Oct")]
    letter = Letter.objects.get(kind="to individual: entry reminder")
    assert "Hebble" not in letter.subject + letter.body


def test_it_says_its_name_and_day_and_worries_nobody_who_has(cast, run):
    goal = aims_for(cast, run)
    goal.on_day = LAST
    told = "Hebble 5k: Friday 16 October is the last day to put your name down. If you have, all is well."
    assert words("entry", goal) == told


def test_and_of_what_they_kept(kept):
    assert days_go_by() == [("kept entry", "16 Oct")]


def test_what_is_kept_later_is_told_of_later(cast, run):
    remind_at(at(13, 9))
    ideas.keep(individual=cast.individual, activity=run, reasons=[], by=cast.as_individual)
    remind_at(at(15, 9))
    assert sent() == [("kept entry", "16 Oct")]


def test_one_letter_where_what_was_kept_became_an_aim(cast, run, kept):
    aims_for(cast, run)
    assert days_go_by() == [("entry", "16 Oct")]


def test_nothing_once_it_is_set_aside_closed_or_not_wished(cast, run, kept):
    wish(cast)
    assert days_go_by() == []
    wish(cast, entries=True)
    ideas.set_aside(individual=cast.individual, activity=run, by=cast.as_individual)
    assert days_go_by() == []


def test_nothing_of_what_has_closed(run, kept):
    Activity.objects.update(status=Status.CLOSED)
    assert days_go_by() == []


def test_set_aside_after_it_was_written_it_does_not_leave(cast, run, kept, settings):
    settings.KITH_DEMO = True
    remind_at(at(13, 9))
    ideas.set_aside(individual=cast.individual, activity=run, by=cast.as_individual)
    deliver_due(at(13, 10))
    assert Letter.objects.get(kind="to individual: entry reminder").state == Letter.State.HELD
    assert Reminder.objects.count() == 1


def test_it_is_theirs_to_switch_off(own, cast, kept):
    place = f"/people/{cast.individual.public_id}/reminders/"
    assert "with a last day to put my name down" in own.get(place).content.decode()
    own.post(place, {"meeting": ["meeting_day"]})
    assert days_go_by() == []
