"""A deliverer is killed again and again in the middle of its work: `python -m benchmarks.kills [KILLS]`.

Letters lie in a database of their own; a mail server in another process writes down what it was given, and texts go
to a provider that writes down what it was given. A process that delivers is killed at a random moment, and the next
one comes minutes later by the clock that it is told. In the end every letter arrived, an email that arrived twice
says that it may have, no text arrived twice, and one that did not arrive waits for somebody's choice.
"""
# ruff: noqa: T201 - printing is what this is for

import itertools
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

KILLS, SECONDS = 200, 300.0
AHEAD = {"email": 300, "text": 60}  # so many wait for each deliverer: more than one sends in its life
SLOW = 0.002  # seconds that the provider of texts takes before and after it has one
EVERY = 4  # so many turns, there is one for texts alone
LONGEST = 0.08  # seconds that a deliverer lives after its first letter arrived
PATIENCE = 2.0  # seconds that are waited for one
FIRST, LATER = datetime(2026, 11, 24, 10, 0, tzinfo=UTC), timedelta(minutes=5)


@dataclass(frozen=True)
class Figures(Counts):
    """What was sent, what arrived, and what Kith says of it."""

    kills: int
    emails: int
    arrived: int
    twice: int
    twice_and_not_said: int
    perhaps_twice: int
    texts: int
    texts_arrived: int
    texts_twice: int
    texts_unsure: int
    left_behind: int

    @property
    def is_well(self) -> bool:
        texts_known = self.texts_arrived + self.texts_unsure >= self.texts
        lost = self.arrived < self.emails or self.left_behind or not texts_known
        return not (lost or self.twice_and_not_said or self.texts_twice)


class Texts:
    """Carries texts into a file, each in one write."""

    def send_text(self, letter, to: str, reference: str) -> str:
        time.sleep(SLOW)
        with open(os.environ["KITH_TEXTS_FILE"], "ab", buffering=0) as file:
            file.write(f"{reference}\n".encode())
        time.sleep(SLOW)
        return reference


def kill_deliverers(kills: int, seconds: float = SECONDS) -> Figures:
    """Kills so many deliverers, or as many as the time allows. Nothing of it is kept."""
    with tempfile.TemporaryDirectory(prefix="kith-kills-") as folder, serving(Path(folder) / "emails") as port:
        settings = {
            "KITH_DATA_DIR": folder,
            "KITH_DATABASE_URL": f"sqlite:///{folder}/kith.sqlite3",
            "KITH_MAIL_URL": f"smtp://127.0.0.1:{port}",
            "KITH_TEXT_PROVIDER": "benchmarks.kills.Texts",
            "KITH_TEXTS_FILE": f"{folder}/texts",
            "DJANGO_SETTINGS_MODULE": "kith.config.settings",
        }
        (Path(folder) / "texts").touch()
        command = [sys.executable, "-m", "benchmarks.kills", "inside", str(kills), str(seconds)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")} | settings
        told = subprocess.run(  # noqa: S603 - our own command
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return Figures(**json.loads(told.stdout))


def inside(kills: int, seconds: float) -> Figures:
    """In a process with its own database, which starts the deliverers and kills them."""
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    from kith.outbox import deliverer  # noqa: F401 - once, before there are copies of this process

    call_command("migrate", "outbox", verbosity=0)
    now, last, killed, turns = FIRST, time.monotonic() + seconds, 0, itertools.count()
    while killed < kills and time.monotonic() < last:
        now += LATER
        post_letters()
        connections.close_all()
        only_texts, before = next(turns) % EVERY == 0, arrived()
        killed += was_killed(start_deliverer(now, only_texts), before)
    for _ in range(3):
        now += LATER
        deliver(now)
    return counted(killed)


def post_letters() -> None:
    """As many as are missing, however many the last deliverer sent: none runs out of work before its time."""
    from django.db import transaction

    from kith.outbox.actions import post
    from kith.outbox.models import Letter

    letter = {"kind": "measured", "body": "It is waiting for you.", "now": FIRST}
    with transaction.atomic():
        for channel, ahead in AHEAD.items():
            letters = Letter.objects.filter(channel=channel)
            so_far = letters.count()
            for number in range(so_far, so_far + ahead - letters.filter(state="waiting").count()):
                to = f"p{number}@kith.example" if channel == "email" else f"07700 900{number % 1000:03}"
                post(channel=channel, to=to, subject="You have a message", **letter)


def start_deliverer(now: datetime, only_texts: bool) -> int:
    """A copy of this process that delivers and ends; its number."""
    from django.conf import settings

    child = os.fork()
    if child:
        return child
    try:
        settings.MAIL_URL = "" if only_texts else settings.MAIL_URL
        deliver(now)
    finally:
        os._exit(0)


def deliver(now: datetime) -> None:
    from kith.outbox.deliverer import deliver_due

    deliver_due(now, budget=60)


def was_killed(deliverer: int, before: int) -> bool:
    """Whether it was still at work when its time had come, some moments after its first letter arrived."""
    patience = time.monotonic() + PATIENCE
    while arrived() == before and time.monotonic() < patience:
        time.sleep(0.002)
    time.sleep(random.uniform(0, LONGEST))  # noqa: S311 - no secret
    os.kill(deliverer, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(deliverer, 0)[1])


def arrived() -> int:
    """How much was written down of what arrived, in bytes."""
    files = (Path(os.environ["KITH_DATA_DIR"]) / name for name in ("emails", "texts"))
    return sum(file.stat().st_size for file in files if file.exists())


def counted(kills: int) -> Figures:
    from kith.outbox.models import Letter

    folder = Path(os.environ["KITH_DATA_DIR"])
    emails = Counter(line.split()[0] for line in (folder / "emails").read_text().splitlines())
    texts = Counter((folder / "texts").read_text().split())
    said = set(Letter.objects.filter(perhaps_twice=True).values_list("message_id", flat=True))
    twice = {name for name, times in emails.items() if times > 1}
    unsure = set(Letter.objects.filter(channel="text", state="unsure").values_list("public_id", flat=True))
    return Figures(
        kills=kills,
        emails=Letter.objects.filter(channel="email").count(),
        arrived=len(emails),
        twice=len(twice),
        twice_and_not_said=len(twice - said),
        perhaps_twice=len(said),
        texts=Letter.objects.filter(channel="text").count(),
        texts_arrived=len(texts),
        texts_twice=sum(times > 1 for times in texts.values()),
        texts_unsure=len(unsure - set(texts)),
        left_behind=Letter.objects.filter(state__in=("waiting", "leaving")).count(),
    )


def main() -> int:
    if sys.argv[1:2] == ["inside"]:
        print(json.dumps(asdict(inside(int(sys.argv[2]), float(sys.argv[3])))))
        return 0
    return kill_deliverers(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS).tell()


if __name__ == "__main__":
    sys.exit(main())
