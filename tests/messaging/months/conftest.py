"""The months between two meetings: told time goes on, and whatever Kith does by itself is done as its clock does it.

Mail leaves by a real mail server and comes in through a real mailbox, both on this machine. Nothing waits.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from kith.access import clock
from kith.config.clock import Job, jobs
from kith.conversations import actions as conversations
from kith.conversations.when import on_day
from kith.goals import actions as goals
from kith.goals.models import Goal
from kith.messaging.reminding import wording
from kith.outbox import reply_addresses
from tests.goals.cast import Cast, gather, goes_boxing
from tests.messaging.mailbox import mailbox_server
from tests.outbox.conftest import Tray, mail

__all__ = ["mail"]

BEGINS, RUN_ON, NEXT_MEETING = date(2027, 9, 1), date(2027, 11, 6), date(2027, 11, 23)
QUIET_DAYS = (0, 1, 2)  # Mondays to Wednesdays are passed over: nothing is due then
LOOKS = (time(9, 30), time(10), time(10, 2))  # when the clock's work is done on the others: before, to write, to send
FETCHING = "Fetching mail"
FEW_SECONDS = timedelta(seconds=10)
HOLDER = "months:1:told"
A_LINK = re.compile(r"https?://\S+/c/\S+")
# What a mail must not say on the way: no service, no reason, no name of a team, a worker's whole name or a goal.
SUBJECTS = {"You have a message", "A message waits", "Somebody asks you to look sooner", *wording.SUBJECTS.values()}
NEVER_SAID = (
    *(
        "kith",
        "calder",
        "hollis",
        "reed",
        "team",
        "worker",
        "support",
        "mental",
        "health",
        "service",
        "care",
        "council",
    ),
    *("boxing", "5km", "run", "park", "27:40", "library", "goal", "introduction", "plan", "notebook"),
)


def here(day: date, at: time) -> datetime:
    """That time of that day, where they live."""
    return timezone.make_aware(datetime.combine(day, at))


class Months:
    """Told time, and what Kith does by itself in it."""

    def __init__(self, begins: datetime):
        self.jobs: list[Job] = jobs(HOLDER)
        self.told = ExitStack()
        self.now = begins
        self._tell(begins)

    def _tell(self, moment: datetime) -> None:
        self.told.close()
        self.now = moment
        self.told.enter_context(clock.at(moment))

    def tick(self, *, fetches: bool = True) -> None:
        """Every job whose time has come has its turn. A mailbox takes its time, and is not always looked into."""
        for job in self.jobs:
            if job.name == FETCHING and not fetches:
                continue
            job.do_if_due(self.now.timestamp(), holder=HOLDER)
            assert job.stumbles == 0, f"{job.name}, {self.now}"

    def until(self, moment: datetime) -> None:
        """Days go by, with a few looks at each, up to this moment."""
        day = timezone.localtime(self.now).date()
        while day <= timezone.localtime(moment).date():
            for look in (here(day, at) for at in LOOKS if day.weekday() not in QUIET_DAYS):
                if self.now < look < moment:
                    self._tell(look)
                    self.tick(fetches=False)
            day += timedelta(days=1)
        self._tell(moment)
        self.tick()

    def minute(self) -> None:
        """One minute goes by."""
        for _ in range(6):
            self._tell(self.now + FEW_SECONDS)
            self.tick()

    def stands_still(self, moment: datetime) -> None:
        """The clock is not there until then; people still use pages."""
        self._tell(moment)


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """A test's own transaction is no connection that has grown old."""
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    monkeypatch.setattr("kith.config.clock.close_old_connections", lambda: None)


@pytest.fixture
def cast(db) -> Cast:
    """They have known each other for a year; the weekly class, the run and the next meeting are agreed."""
    with clock.at(here(BEGINS - timedelta(days=365), time(10))):
        return gather()


@pytest.fixture
def months(cast, mail, settings) -> Iterator[Months]:
    """It begins on a Wednesday in September, at ten."""
    settings.KITH_DEMO = False
    told = Months(here(BEGINS, time(10)))
    yield told
    told.told.close()


@pytest.fixture
def boxing(months, cast) -> Goal:
    return goes_boxing(cast, months.now)


@pytest.fixture
def run(months, cast) -> Goal:
    """Five kilometres, in November."""
    target = {"kind": "target", "words": "Run 5km in the park", "due_on": RUN_ON, "measured_in": "time"}
    return goals.set_goal(individual=cast.individual, by=cast.as_individual, **target)


@pytest.fixture
def meeting(months, cast):
    when = on_day(NEXT_MEETING, time(14))
    return conversations.plan_next(individual=cast.individual, when=when, place="The library", by=cast.as_worker)


@pytest.fixture
def mailbox(settings) -> Iterator[str]:
    with mailbox_server() as address:
        settings.MAILBOX_URL = address
        yield address


@pytest.fixture
def autumn(request, db) -> SimpleNamespace:
    """All of it at once: who is there, what was agreed, and both ways for mail."""
    names = ("months", "mail", "mailbox", "cast", "boxing", "run", "meeting", "tomos", "anwen")
    return SimpleNamespace(**{name: request.getfixturevalue(name) for name in names})


class Person:
    """Somebody at a browser."""

    def __init__(self, user=None):
        self.client = Client(HTTP_HOST="127.0.0.1")
        if user:
            self.client.force_login(user)

    def reads(self, place: str) -> str:
        """The words of a page, which opens."""
        answer = self.client.get(place)
        assert answer.status_code == 200, (place, answer.status_code)
        return answer.content.decode()

    def presses(self, place: str, **buttons) -> str:
        """The words of the page that comes after."""
        answer = self.client.post(place, buttons, follow=True)
        assert answer.status_code == 200, (place, answer.status_code)
        return answer.content.decode()


@pytest.fixture
def tomos(cast) -> Person:
    return Person(cast.user)


@pytest.fixture
def anwen(cast) -> Person:
    return Person(cast.worker)


def to(mail: Tray, address: str) -> list:
    """What arrived at this address, oldest first."""
    return [message for recipients, message in mail.given if recipients == [address]]


def link_in(message) -> str:
    """Where the link in this email leads, on the host that it names."""
    [found] = A_LINK.findall(message.get_content())
    return "/" + found.split("/", 3)[3]


def looked_at(mail: Tray) -> None:
    """Every email on the wire: to one, with a subject that says nothing, and nothing in it that was not allowed."""
    for recipients, message in mail.given:
        assert [each.addr_spec for each in message["To"].addresses] == recipients and len(recipients) == 1
        assert message["Subject"] in SUBJECTS and message["Auto-Submitted"] == "auto-generated"
        assert message.get_content_type() == "text/plain"
        answers_to = message["Reply-To"]
        assert answers_to is None or reply_addresses.letter_of(answers_to).message_id == message["Message-ID"]
        words = re.sub(r"https?://\S+", "", message.get_content()).casefold()
        said = [word for word in NEVER_SAID if re.search(rf"\b{word}", words)]
        assert not said, (said, words)
