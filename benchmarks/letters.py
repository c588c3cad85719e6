"""How fast letters leave, beside the barest loop that could send them: `python -m benchmarks.letters [N]`.

Both hand the same N messages (100,000 unless told) to the same mail server, in a process of its own on this machine,
over one connection. The loop has each message ready and does nothing else. Kith takes N rows out of its database,
asks for each whether it may still leave (a question to the database), writes the email, and writes down what became
of it. Ends with 1 when Kith is less than half as fast, or when its memory grows with the number of letters.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import smtplib
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mail_sink import serving
from kith.cli.ground import prepare_database, start_django

LETTERS, PEOPLE, AT_ONCE = 100_000, 40, 2_000
AT_LEAST, GROWS_AT_MOST_MB = 0.5, 10
TURN = 1.0  # seconds
KIND = "measured"
WORDS = "There is a message for you.\n\nRead it here: https://kith.example/\n\nThere is no rush.\n"


@dataclass(frozen=True)
class Figures:
    """Letters, seconds of each, and how much memory Kith took more at its peak than before its first batch."""

    letters: int
    bare: float
    kith: float
    grew_mb: float

    @property
    def ratio(self) -> float:
        return self.bare / self.kith

    @property
    def is_well(self) -> bool:
        return self.ratio >= AT_LEAST and self.grew_mb <= GROWS_AT_MOST_MB


@contextmanager
def install(port: int) -> Iterator[None]:
    """An empty Kith in a folder that goes away, which sends by this server. A database that is named stays in use."""
    with tempfile.TemporaryDirectory(prefix="kith-letters-") as folder:
        os.environ |= {"KITH_DATA_DIR": folder, "KITH_MAIL_URL": f"smtp://127.0.0.1:{port}"}
        start_django()
        prepare_database()
        yield


def post_letters(many: int) -> None:
    """To people who exist, so that the gate has somebody to ask about."""
    from django.db import transaction

    from kith.outbox.actions import post
    from kith.people.models import Individual

    opened = {"opened_at": "2026-01-05T09:00:00Z"}
    people = [Individual.objects.create(called=f"P{n}", email=f"p{n}@kith.example", **opened) for n in range(PEOPLE)]
    for start in range(0, many, AT_ONCE):
        with transaction.atomic():
            for number in range(start, min(start + AT_ONCE, many)):
                somebody = people[number % PEOPLE]
                letter = {"to": somebody.email, "subject": "You have a message", "body": WORDS}
                post(kind=KIND, channel="email", individual_ref=somebody.public_id, **letter)


def ask_the_gate(letters: list) -> list:
    """Is their notebook open, and where are they written to now? One question for a few letters."""
    from kith.outbox.gates import Go, HoldBack
    from kith.people.models import Individual

    refs = {letter.individual_ref for letter in letters}
    people = {each.public_id: each for each in Individual.objects.filter(public_id__in=refs).select_related("user")}
    found = [people.get(letter.individual_ref) for letter in letters]
    return [Go(to=each.written_to_at) if each and not each.closed_at else HoldBack("Closed.") for each in found]


def send_barely(port: int, many: int) -> float:
    """Seconds of the barest loop, each message ready before it starts to count."""
    from kith.outbox import envelopes
    from kith.outbox.models import Letter

    letter = Letter.objects.first()
    sender, message = envelopes.sender_of(letter), envelopes.written(letter, letter.to)
    ended = time.monotonic()
    with smtplib.SMTP("127.0.0.1", port) as server:
        started = time.monotonic()
        for _ in range(many):
            server.sendmail(sender, letter.to, message)
        ended = time.monotonic()
    return ended - started


def race(port: int) -> Figures:
    """The two take turns of a second or two, so that whatever else this machine does slows both alike."""
    from kith.outbox import gates
    from kith.outbox.deliverer import deliver_due

    gates.register(KIND, lambda letter: ask_the_gate([letter])[0], many=ask_the_gate)
    deliver_due(budget=0.2)  # whatever is loaded once is loaded
    before = peak = own_mb()
    sent, bare, kith = 0, 0.0, 0.0
    while waiting():
        started = time.monotonic()
        taken = deliver_due(budget=TURN)["sent"]
        kith += time.monotonic() - started
        peak = max(peak, own_mb())
        bare += send_barely(port, taken)
        sent += taken
    return Figures(sent, bare, kith, peak - before)


def waiting() -> int:
    from kith.outbox.models import Letter

    return Letter.objects.filter(state=Letter.State.WAITING).count()


def own_mb() -> float:
    """Memory of this process's own, without what the system keeps of the database file."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(told["RssAnon"].split()[0]) / 1000


def measure(many: int) -> Figures:
    with serving() as port, install(port):
        post_letters(many)
        return race(port)


def main() -> int:
    figures = measure(int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS)
    print(f"{'letters':>10}  {'seconds':>8}  {'a second':>8}")
    for name, seconds in (("a bare loop", figures.bare), ("Kith", figures.kith)):
        print(f"{figures.letters:>10,}  {seconds:>8.1f}  {figures.letters / seconds:>8,.0f}  {name}")
    print(f"Kith is {figures.ratio:.2f} as fast (at least {AT_LEAST}); its memory grew by {figures.grew_mb:.1f} MB.")
    return 0 if figures.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
