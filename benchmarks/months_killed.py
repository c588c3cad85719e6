"""What comes in and goes out is killed on its way, again and again: `python -m benchmarks.months_killed [KILLS]`.

Emails lie in a mailbox and texts are handed in. Whatever Kith does by itself is done by a process that ends, by
SIGKILL, before a statement chosen by chance: as it keeps what came, makes sense of it, writes the line back, or hands
that to a mail server in another process. The next comes minutes later by the clock that it is told. In the end each
became one message with one line back and one notice, and a letter that arrived twice says that it may have.
"""
# ruff: noqa: T201, S311 - printing is what this is for, and when a process is killed is no secret

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.counts import Counts
from benchmarks.mail_sink import ROOT, serving

KILLS, SECONDS = 200, 900.0
A_TURN = 2  # as many emails and as many texts come in each time
A_ROW = 4  # processes that are killed, before one comes to its end
STATEMENTS = 220  # about as many as one turn takes; a process ends before one of them
BEGINS, LATER = datetime(2027, 11, 8, 10, 0, tzinfo=UTC), timedelta(minutes=11)  # an errand is thought lost after ten
SENDER, NUMBER = "person{}@home.example", "+447700900{:03}"
PEOPLE = 40  # nobody gets more than a few lines back in an hour


@dataclass(frozen=True)
class Figures(Counts):
    """What came in, and what became of it."""

    kills: int
    came_in: int
    messages: int
    twice_taken_in: int
    lines_back: int
    notices: int
    letters: int
    arrived: int
    twice: int
    twice_and_not_said: int
    left_behind: int
    trail_wrong: int

    @property
    def is_well(self) -> bool:
        each_once = self.came_in == self.messages == self.lines_back >= self.notices > 0
        wrong = self.twice_taken_in or self.twice_and_not_said or self.left_behind or self.trail_wrong
        return each_once and self.arrived == self.letters and not wrong


class DieBefore:
    """Counts statements, and ends the process before one of them."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, execute, *args):
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*args)


class Mailbox:
    """Lies in a folder. What was seen is told by a second file, after it was kept here, as a real mailbox is told."""

    def __init__(self) -> None:
        self.folder = Path(os.environ["KITH_DATA_DIR"]) / "mailbox"
        self.folder.mkdir(exist_ok=True)

    def put(self, name: str, raw: bytes) -> None:
        (self.folder / f"{name}.eml").write_bytes(raw)

    def fetch(self) -> None:
        from kith.access.actor import Actor
        from kith.messaging import actions

        for email in sorted(self.folder.glob("*.eml")):
            actions.arrive(way="email", known_as=f"email {email.stem}", raw=email.read_bytes(), by=Actor.system())
            email.rename(email.with_suffix(".seen"))


def kill_on_the_way(kills: int, seconds: float = SECONDS) -> Figures:
    """Kills so many processes, or as many as the time allows. Nothing of it is kept."""
    with tempfile.TemporaryDirectory(prefix="kith-months-") as folder, serving(Path(folder) / "emails") as port:
        settings = {
            "KITH_DATA_DIR": folder,
            "KITH_DATABASE_URL": f"sqlite:///{folder}/kith.sqlite3",
            "KITH_MAIL_URL": f"smtp://127.0.0.1:{port}",
            "KITH_REPLY_ADDRESS": "answers@goodcompany.example",
            "KITH_MAIL_VOUCHER": "mx.goodcompany.example",
            "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        }
        command = [sys.executable, "-m", "benchmarks.months_killed", "inside", str(kills), str(seconds)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")} | settings
        told = subprocess.run(  # noqa: S603 - our own command
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return Figures(**json.loads(told.stdout.splitlines()[-1]))


def inside(kills: int, seconds: float) -> Figures:
    """In a process with its own database, which starts those that are killed."""
    stand_up()
    mailbox, now, last, killed, came = Mailbox(), BEGINS, time.monotonic() + seconds, 0, 0
    while killed < kills and time.monotonic() < last:
        came += hand_in(mailbox, came, now)
        for _ in range(min(A_ROW, kills - killed)):
            killed += works_and_dies(mailbox, now, random.randrange(1, STATEMENTS))
            now += LATER
        work(mailbox, now)  # so that no line back waits until it is of no use any more
    for moment in (now, _a_working_noon(now)):  # workers hear of messages in their hours
        for turn in range(6):
            work(mailbox, moment + turn * LATER)
    return counted(killed, came)


def _a_working_noon(now: datetime) -> datetime:
    later = (now + timedelta(days=1)).replace(hour=12)
    return later if later.weekday() < 5 else _a_working_noon(later)


def stand_up() -> None:
    """Tables as the models say, and people who write, by email or by text."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.MIGRATION_MODULES = {app.rpartition(".")[2]: None for app in settings.INSTALLED_APPS}
    call_command("migrate", run_syncdb=True, verbosity=0)
    from kith.access import clock
    from kith.access.actor import Actor
    from kith.people import actions as people

    office = Actor.command_line()
    with clock.at(BEGINS - timedelta(days=365)):
        worker = people.add_account(email="anwen@calderford.example", name="Anwen Hollis", by=office)
        team = people.create_team(name="Calder Valley", by=office)
        people.join_team(user=worker, team=team, by=office)
        for number in range(PEOPLE):
            known = {"email": SENDER.format(number), "phone": NUMBER.format(number), "reached_by": "email"}
            people.open_partnership(worker=worker, team=team, called=f"Person {number}", by=office, **known)


def hand_in(mailbox: Mailbox, came: int, now: datetime) -> int:
    """Emails into the mailbox, and texts as the provider's call leaves them. Gives how many."""
    from kith.access import clock
    from kith.access.actor import Actor
    from kith.messaging import actions

    for number in range(came, came + A_TURN):
        mailbox.put(f"{number:06}", _email(number))
    for number in range(came + A_TURN, came + 2 * A_TURN):
        said = {"id": str(number), "source_number": NUMBER.format(number % PEOPLE), "message": f"Words, {number}"}
        with clock.at(now):
            raw = json.dumps(said).encode()
            actions.arrive(way="text", known_as=f"text {number}", raw=raw, by=Actor.system())
    return 2 * A_TURN


def _email(number: int) -> bytes:
    sender = SENDER.format(number % PEOPLE)
    vouched = "Authentication-Results: mx.goodcompany.example; dkim=pass header.d=home.example"
    top = f"From: {sender}\r\nTo: answers@goodcompany.example\r\nSubject: Hello\r\n{vouched}\r\n"
    return f"{top}Message-ID: <{number}@home.example>\r\n\r\nWords, {number}\r\n".encode()


def works_and_dies(mailbox: Mailbox, now: datetime, number: int) -> bool:
    """A copy of this process that works, and ends in the middle. Gives whether it was killed."""
    from django.db import connection, connections

    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            with connection.execute_wrapper(DieBefore(number)):
                work(mailbox, now)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def work(mailbox: Mailbox, now: datetime) -> None:
    """What the clock does, in the order in which something goes its whole way."""
    from kith.access import clock
    from kith.access.actor import Actor
    from kith.messaging.incoming import make_sense_of_the_rest
    from kith.outbox.deliverer import deliver_due
    from kith.upkeep.errands import do_errands, recover

    with clock.at(now):
        mailbox.fetch()
        recover(at_start=True)
        do_errands()
        make_sense_of_the_rest(by=Actor.system())
        deliver_due(now, budget=60)


def counted(kills: int, came_in: int) -> Figures:
    from django_tasks_db.models import DBTaskResult

    from kith.access import trail
    from kith.messaging.models import Arrival, Message
    from kith.outbox.models import Letter

    emails = (Path(os.environ["KITH_DATA_DIR"]) / "emails").read_text().splitlines()
    arrived = Counter(line.split()[0] for line in emails)
    said = set(Letter.objects.filter(perhaps_twice=True).values_list("message_id", flat=True))
    twice = {name for name, times in arrived.items() if times > 1}
    words = Counter(Message.objects.values_list("words", flat=True))
    undone = DBTaskResult.objects.exclude(status="SUCCESSFUL").count() + Arrival.objects.filter(state="waiting").count()
    return Figures(
        kills=kills,
        came_in=came_in,
        messages=len(words),
        twice_taken_in=sum(times > 1 for times in words.values()),
        lines_back=Letter.objects.filter(kind="to individual: it arrived").count(),
        notices=Letter.objects.filter(kind="to worker: a message").count(),
        letters=Letter.objects.count(),
        arrived=len(arrived),
        twice=len(twice),
        twice_and_not_said=len(twice - said),
        left_behind=undone + Letter.objects.filter(state__in=("waiting", "leaving")).count(),
        trail_wrong=len(trail.verify()),
    )


def main() -> int:
    if sys.argv[1:2] == ["inside"]:
        print(json.dumps(asdict(inside(int(sys.argv[2]), float(sys.argv[3])))))
        return 0
    return kill_on_the_way(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS).tell()


if __name__ == "__main__":
    sys.exit(main())
