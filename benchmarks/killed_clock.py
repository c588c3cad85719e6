"""The clock is killed again and again, at any moment, while people write. At the end nothing waits that should not.

`python -m benchmarks.killed_clock [SECONDS]` (default 60, at most 900): up to 200 kills. Two people write on pages,
and letters and errands are left to do all the while. Then two clocks run side by side until all is done. It ends
with 1 when anything is lost, is there twice, or still waits.
"""
# ruff: noqa: T201, S311 - printing is what this is for, and when a clock is killed is no secret

import os
import random
import subprocess
import sys
import threading
import time
from urllib.parse import urlencode

from benchmarks.neighbourhood import ROOT, built
from benchmarks.soak import TOKEN, Reader, wait_for

KILLS, LONGEST, PATIENCE = 200, 900, 150  # a letter that a killed clock had in its hands is waited for a minute
CLOCK = [sys.executable, "-m", "kith.config.clock"]
WEB = [sys.executable, "-m", "gunicorn", "--config", "python:kith.config.web", "kith.config.wsgi", "--workers", "2"]
DONE = ("soak letter", "chore of the soak")


class Writer(Reader):
    """Writes something to remember for the next meeting, over and over, and counts what was accepted."""

    def __init__(self, port: int, stop: threading.Event, individual: str) -> None:
        super().__init__("vish", port, stop)
        self.place = f"/people/{individual}/before/"

    def run(self) -> None:
        self._sign_in()
        while not self.stop.is_set():
            token = TOKEN.search(self._get(self.place))
            if token is None:
                continue
            words = f"Written by {self.ident}, number {self.answers['kept']}"
            form = urlencode({"csrfmiddlewaretoken": token[1], "words": words}).encode()
            self.answers["kept"] += bool(self._get(self.place, form))


def leave_work(stop: threading.Event, left: list[int]) -> None:
    """A letter and an errand together, as an action would leave them."""
    from django.db import transaction

    from benchmarks.chores import write_letter
    from kith.outbox.actions import post

    while not stop.wait(0.05):
        with transaction.atomic():
            post(kind="soak letter", channel="print", to="", body="Hello.", once=f"soak {len(left)}")
            write_letter.enqueue(len(left))
        left.append(1)


def kill_again_and_again(seconds: float) -> int:
    """Gives how many clocks were killed."""
    last_moment, killed = time.monotonic() + seconds, 0
    while killed < KILLS and time.monotonic() < last_moment:
        clock = subprocess.Popen(CLOCK, cwd=ROOT)  # noqa: S603 - our own command
        time.sleep(random.uniform(0.2, 4.0))
        clock.kill()
        clock.wait()
        killed += 1
    return killed


def finish() -> float:
    """Two clocks do what is left. Gives the seconds until nothing waited."""
    began = time.monotonic()
    clocks = [subprocess.Popen(CLOCK, cwd=ROOT) for _ in range(2)]  # noqa: S603 - our own command
    while waiting() and time.monotonic() - began < PATIENCE:
        time.sleep(0.5)
    for clock in clocks:
        clock.terminate()
        clock.wait(60)
    return time.monotonic() - began


def waiting() -> int:
    """Letters that have not left, and errands that are not done."""
    from django_tasks_db.models import DBTaskResult

    from kith.outbox.models import Letter

    letters = Letter.objects.filter(kind__in=DONE, state=Letter.State.WAITING)
    return letters.count() + DBTaskResult.objects.exclude(status="SUCCESSFUL").count()


def what_is_wrong(left: int, kept: int, remembered_before: int) -> list[str]:
    from kith.access import trail
    from kith.conversations.models import Prompt
    from kith.outbox.models import Letter

    found = [f"{waiting()} still wait"] if waiting() else []
    for kind in DONE:
        count = Letter.objects.filter(kind=kind).count()
        found += [f"{count} of “{kind}” instead of {left}"] if count != left else []
    written = Prompt.objects.count() - remembered_before
    found += [f"{kept} were accepted and {written} are there"] if written < kept else []
    return found + trail.verify()


def under_fire(port: int, seconds: float) -> int:
    """The whole run in a Kith that is set up. Gives the exit code."""
    from kith.conversations.models import Prompt
    from kith.people.models import Individual

    greg, before = Individual.objects.get(user__email="greg@kith.example").public_id, Prompt.objects.count()
    stop, left = threading.Event(), []
    writers = [Writer(port, stop, greg) for _ in range(2)]
    workers = [*writers, threading.Thread(target=leave_work, args=(stop, left), daemon=True)]
    for each in workers:
        each.start()
    killed = kill_again_and_again(seconds)
    stop.set()
    for each in workers:
        each.join(60)
    took, kept = finish(), sum(writer.answers["kept"] for writer in writers)
    errors = sum(writer.answers["server error"] for writer in writers)
    wrong = what_is_wrong(len(left), kept, before) + ([f"{errors} server errors"] if errors else [])
    print(f"{killed} clocks killed; {len(left)} letters and errands left; {kept} pages accepted; done in {took:.0f} s.")
    print("It held." if not wrong else f"It did not hold: {'; '.join(wrong)}.")
    return 1 if wrong else 0


def main(seconds: float) -> int:
    port = int(os.environ.get("PORT", "8766"))
    with built():
        os.environ |= {"DJANGO_SETTINGS_MODULE": "kith.config.settings", "KITH_PUBLIC_URL": f"http://127.0.0.1:{port}"}
        from kith.cli.ground import prepare_static_files, start_django

        start_django()
        prepare_static_files()
        bound = ["--bind", f"127.0.0.1:{port}"]
        web = subprocess.Popen([*WEB, *bound], cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
        try:
            wait_for(port)
            return under_fire(port, min(seconds, LONGEST))
        finally:
            web.terminate()
            web.wait(60)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else 60))
