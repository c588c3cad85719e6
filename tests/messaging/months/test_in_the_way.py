"""What stands in the way in those months: a mail server that is down, and a clock that is not there for days."""

from collections import Counter
from datetime import date, time, timedelta

import pytest

from kith.conversations import actions as conversations
from kith.conversations.when import on_day
from kith.goals import actions as goals
from kith.messaging import actions as messaging
from kith.messaging.actions import asking, reminding
from kith.messaging.models import Message, Question, Reminder
from kith.outbox.models import Letter
from kith.upkeep.models import Interruption

from .conftest import here, looked_at, to

HIM, HER, MANAGER = "tomos@calderford.example", "anwen@calderford.example", "mair@calderford.example"
FRIDAY = date(2027, 9, 3)
SENT, WAITS = "sent", "waiting"


@pytest.fixture
def asked(months, boxing, cast):
    return asking.choose_asking(goal=boxing, by=cast.as_individual)


def states() -> Counter:
    return Counter(Letter.objects.values_list("state", flat=True))


@pytest.mark.usefixtures("asked")
def test_six_hours_without_a_mail_server_everything_arrives_once(months, mail, cast, anwen, settings):
    """It cannot be reached, then it says “later”, then it works. Meanwhile nobody is told that anything was sent."""
    reachable, settings.MAIL_URL = settings.MAIL_URL, "smtp://127.0.0.1:1"
    months.until(here(FRIDAY, time(10, 5)))
    messaging.write(individual=cast.individual, words="See you on Tuesday.", by=cast.as_worker)
    messaging.write(individual=cast.individual, words="Is it still on?", by=cast.as_individual)
    posted = Letter.objects.count()
    for hour in range(1, 4):
        months.until(here(FRIDAY, time(10 + hour)))
        assert (mail.given, states()) == ([], {WAITS: posted})
    settings.MAIL_URL, mail.refuse = reachable, "451 Please try again later"
    for hour in range(4, 7):
        months.until(here(FRIDAY, time(10 + hour)))
        assert (mail.given, states()) == ([], {WAITS: posted})
    letters = anwen.reads(f"/people/{cast.individual.public_id}/letters/")
    assert ">Waiting to leave</span>" in letters and ">Sent</span>" not in letters
    mail.refuse = ""
    months.until(here(FRIDAY, time(16, 30)))
    assert states() == {SENT: posted}
    assert (len(to(mail, HIM)), len(to(mail, HER)), len(mail.given)) == (2, 1, posted)
    assert not Letter.objects.filter(perhaps_twice=True).exists()
    looked_at(mail)


@pytest.fixture
def slept(months, mail, asked, cast):
    """A clock that did its work on Wednesday, and not again until Monday noon; there was much to do meanwhile."""
    every_day = {"weekdays": list(range(7)), "when": "morning"}
    asking.choose_asking(goal=asked.goal, by=cast.as_individual, **every_day)
    conversations.plan_next(individual=cast.individual, when=on_day(date(2027, 9, 5), time(14)), by=cast.as_worker)
    target = {"kind": "target", "words": "Swim a mile", "due_on": date(2027, 9, 4)}
    goals.set_goal(individual=cast.individual, by=cast.as_individual, **target)
    reminding.choose_reminders(individual=cast.individual, target_day=True, meeting_day=True, by=cast.as_individual)
    months.until(here(date(2027, 9, 1), time(18)))
    messaging.write(individual=cast.individual, words="Can you ring me?", by=cast.as_individual)
    before = len(mail.given)
    months.stands_still(here(date(2027, 9, 6), time(12)))
    months.minute()
    return mail.given[before:]


@pytest.mark.shows("S101")
def test_after_days_without_a_clock_there_is_no_storm(slept, months, mail, cast):
    """One question, the notices of one message, and nothing of what has passed."""
    assert Counter(recipients[0] for recipients, _ in slept) == {HIM: 1, HER: 1, MANAGER: 1}
    before = len(mail.given)
    for _ in range(3):
        months.minute()
    assert len(mail.given) == before
    looked_at(mail)


def test_days_that_have_passed_are_not_asked_about(slept):
    told = list(Question.objects.order_by("day").values_list("day", "state"))
    assert told[-1] == (date(2027, 9, 5), "asked")
    assert {state for _, state in told[:-1]} == {"late"}


def test_reminders_that_have_passed_are_held_and_counted_for_staff_alone(slept, cast, anwen, tomos):
    kinds = set(Reminder.objects.filter(state="late", to__isnull=True).values_list("kind", flat=True))
    assert kinds == {"meeting day", "target day"}
    place = f"/people/{cast.individual.public_id}/reminders/"
    assert "What did not go out" not in tomos.reads(place)
    listed = anwen.reads(place).partition("What did not go out")[2]
    assert listed.count("not sent: its time had passed") == 2
    [still] = Interruption.objects.all()
    assert still.noticed_at - still.since > timedelta(days=4)


@pytest.mark.shows("Q-50")
def test_an_unread_message_is_passed_on_once(slept, months, cast):
    message = Message.objects.get()
    assert (message.turn, message.owner) == (Message.Turn.MANAGER, None)
    for _ in range(2):
        months.minute()
    notices = Letter.objects.filter(kind__in=("to worker: a message", "to worker: nobody has read this"))
    assert sorted(notices.values_list("to", flat=True)) == [HER, MANAGER]
