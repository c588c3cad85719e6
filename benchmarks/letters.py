"""How fast letters leave, beside the barest loop that could send them: `python -m benchmarks.letters [N] [KIND]`.

Both hand the same N messages (100,000 unless told) to the same mail server, in a process of its own on this machine,
over one connection. The loop has each message ready and does nothing else. Kith does all it does in life: letters are
posted as modules post them, half of them to people who said how they wish to be reached; it takes N rows out of its
database, asks the real gate of each whether it may still leave and what it says by now, writes the email with an
address for answers, and writes down what became of it. KIND is “note”, a worker's words, “did you go” or “reminder”;
without it, all of them are measured, N letters each. Ends with 1 when Kith is less than half as fast with any of them,
or when its memory grows with the number of letters.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mail_sink import serving
from kith.cli.ground import prepare_database, start_django

LETTERS, AT_ONCE = 100_000, 2_000
AT_LEAST, GROWS_AT_MOST_MB = 0.5, 10
TURN = 1.0  # seconds
KINDS = ("note", "did you go", "reminder")
REPLIES_TO = "answers@kith.example"


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
        os.environ |= {"KITH_REPLY_ADDRESS": REPLIES_TO, "KITH_MAIL_SENDER": "team@kith.example"}
        start_django()
        prepare_database()
        yield


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
    from kith.outbox.deliverer import deliver_due

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


def measure(many: int, kind: str) -> Figures:
    from benchmarks.letters_posted import post_letters

    with serving() as port, install(port):
        post_letters(kind, many, at_once=AT_ONCE)
        return race(port)


def tell(kind: str, figures: Figures) -> None:
    print(f"{'letters':>10}  {'seconds':>8}  {'a second':>8}  {kind}")
    for name, seconds in (("a bare loop", figures.bare), ("Kith", figures.kith)):
        print(f"{figures.letters:>10,}  {seconds:>8.1f}  {figures.letters / seconds:>8,.0f}  {name}")
    print(f"Kith is {figures.ratio:.2f} as fast (at least {AT_LEAST}); its memory grew by {figures.grew_mb:.1f} MB.")


def each_by_itself(many: int) -> int:
    """Every kind in a process of its own: one install is set up in one process."""
    command = [sys.executable, "-m", "benchmarks.letters", str(many)]
    return max(subprocess.run([*command, kind], check=False).returncode for kind in KINDS)  # noqa: S603 - ourselves


def main() -> int:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS
    kind = " ".join(sys.argv[2:])
    if kind not in KINDS:
        return each_by_itself(many)
    figures = measure(many, kind)
    tell(kind, figures)
    return 0 if figures.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
