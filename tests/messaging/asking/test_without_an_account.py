"""Reminders for people who have no account: by the way they like, as far as words may go along."""

from datetime import date

import pytest

from kith.goals import actions as goals
from kith.messaging.models import Reminder
from kith.outbox.models import Letter
from kith.people import actions as people

from .conftest import at, remind_at, sent, wish

WAYS = {
    "email": {"reached_by": "email", "email": "tomos@home.example"},
    "text": {"reached_by": "text", "phone": "+447700900414"},
    "letter": {"reached_by": "letter"},
}
EVERYTHING = {"meeting_day": True, "target_week": True, "target_day": True, "after_target": True, "promises": True}
DAYS = ((11, 9), (13, 9), (19, 9), (21, 9))
ALL_OF_IT = ["promise", "target week", "meeting day", "target day", "after target"]


@pytest.fixture(autouse=True)
def texts_leave(settings):
    settings.TEXT_PROVIDER = "notify"


def reached(cast, way: str, **wished) -> None:
    """No account, and this way; an address for paper."""
    cast.individual.user = None
    cast.individual.save()
    wished |= {"channels": [way], "post_to": "1 Mill Lane\nCalderford", "may_write_there": True}
    people.keep_wishes(individual=cast.individual, reach={"called": "Tomos"} | WAYS[way], by=cast.as_worker, **wished)


@pytest.fixture
def everything(cast, meeting, race):
    """A meeting and a target on the same day, and a small step; all of it to be reminded of."""
    goals.add_step(goal=race, words="Buy socks", by_when=date(2026, 10, 12), by=cast.as_individual)
    wish(cast, **EVERYTHING)


def days_pass() -> None:
    for day, hour in DAYS:
        remind_at(at(day, hour))


@pytest.mark.shows("S98", "S100")
@pytest.mark.parametrize(("way", "wished"), [("email", True), ("text", True), ("letter", False)])
def test_where_words_may_go_along_every_reminder_comes(cast, everything, way, wished):
    reached(cast, way, says_words=wished)
    days_pass()
    assert [kind for kind, _ in sent()] == ALL_OF_IT
    channel = "print" if way == "letter" else way
    letters = Letter.objects.filter(kind__startswith="to individual:")
    assert {each.channel for each in letters} == {channel}
    assert "how did it go?" in letters.get(kind="to individual: how did it go").body


def test_where_nothing_may_be_said_and_there_is_no_page_staff_read_just_that(cast, everything, workers):
    reached(cast, "email", says_words=False)
    days_pass()
    assert (sent(), {each.state for each in Reminder.objects.all()}) == ([], {"unsaid"})
    page = workers.get(f"/people/{cast.individual.public_id}/reminders/").content.decode()
    assert "it may not say what it is about, and there is no page for them to open" in page
    assert "no way to write to them" not in page


def test_whoever_likes_to_be_told_another_way_has_no_way_to_be_written_to(cast, meeting, workers):
    people.change_reach(
        individual=cast.individual, called="Tomos", phone="07700 900414", reached_by="phone", by=cast.as_worker
    )
    remind_at(at(19, 9))
    assert Reminder.objects.get().state == "no way"
    page = workers.get(f"/people/{cast.individual.public_id}/reminders/").content.decode()
    assert "not sent: there was no way to write to them" in page


def test_an_account_that_rests_is_no_page_to_read_on(cast, meeting):
    cast.user.is_active = False
    cast.user.save()
    cast.individual.email = "tomos@home.example"
    cast.individual.save()
    remind_at(at(19, 9))
    assert not Letter.objects.filter(kind="to individual: before meeting reminder").exists()
