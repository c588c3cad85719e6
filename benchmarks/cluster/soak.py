"""`scripts/soak-cluster`: the primary is killed, comes back, is cut off, and comes back; then one of two that serve
pages is killed. Meanwhile people write and letters leave. Nothing that was called saved is lost or there twice, and it
may be written again within 15 seconds."""
# ruff: noqa: T201 - printing is what this is for

import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cluster import network
from benchmarks.cluster.machines import APPS, PORTS, ROOT, Machines, until
from benchmarks.cluster.people import AWAY, SORRY, Reader, Writer, asks
from benchmarks.cluster.table import write_table
from benchmarks.mail_sink import serving

WRITERS, STEADY, AGAIN_WITHIN = 4, 6.0, 15.0
FAULTS = ("the primary, killed with -9", "the primary, cut off from everybody")
A_WEB = "one of two that serve pages, killed with -9"


@dataclass(frozen=True)
class Change:
    """One fault: the seconds until something was saved again, and, once it was back, until all stood in step again."""

    what: str
    writable_after: float
    in_step_after: float


class Soak:
    """Kith before a cluster, people before Kith, and what they were told."""

    def __init__(self, folder: Path, machines: Machines, mail: int) -> None:
        self.folder, self.machines, self.stop = folder, machines, threading.Event()
        word, answer = machines.same["DATABASE_PASSWORD"], "postgres://kith:{}@127.0.0.1:{}/kith{}"
        locked = "?sslmode=require"
        self.settings = {name: os.environ[name] for name in ("PATH", "PYTHONPYCACHEPREFIX") if name in os.environ} | {
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "kith.config.settings",
            "KITH_DATA_DIR": str(folder / "kith"),
            "KITH_MAIL_URL": f"smtp://127.0.0.1:{mail}",
            "KITH_DATABASE_URL": answer.format(word, PORTS["PRIMARY_PORT"], locked),
            "KITH_DATABASE_POOLER": answer.format(word, PORTS["POOLER_PORT"], ""),
            "KITH_DATABASE_REPLICA": answer.format(word, PORTS["REPLICA_PORT"], locked),
            "KITH_LOG": "plain",
            "MEANING": "0",
        }
        self.writers: list[Writer] = []

    def runs(self, *words: str) -> str:
        """One of Kith's commands, or something inside it, to its end."""
        command = [sys.executable, "-m", *words]
        done = subprocess.run(  # noqa: S603 - ourselves
            command, env=self.settings, cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(words)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def begin_kith(self) -> None:
        """Two that serve pages, and one clock."""
        (self.folder / "kith").mkdir()
        self.runs("kith", "migrate")
        self.runs("tests.faults.inside", "somebody", str(self.folder))
        serve = [sys.executable, "-m", "kith", "serve", "--only"]
        for name, port in APPS.items():
            self.machines.begin(name, [*serve, "pages", "--port", str(port)], **self.settings)
            ready(port, name)
        self.machines.begin("clock", [*serve, "clock"], **self.settings)
        words = [sys.executable, "-m", "benchmarks.cluster.inside", "post", str(self.folder)]
        self.machines.begin("posting", words, **self.settings)
        ready(PORTS["PAGES_PORT"], "Kith through HAProxy")

    def begin_people(self) -> None:
        who, port = json.loads((self.folder / "who.json").read_text()), PORTS["PAGES_PORT"]
        self.writers = [Writer(port, self.stop, name=f"writer {number}", **who) for number in range(WRITERS)]
        self.help, self.feed = Reader(port, self.stop), Reader(port, self.stop, page="/open/oruk/services")
        for each in (*self.writers, self.help, self.feed):
            each.start()

    def saved_since(self, moment: float) -> float:
        """When the first was saved that was asked for after this moment; 0 when none was."""
        heard = [said for each in self.writers for said in list(each.heard)]
        return min((said.came_at for said in heard if said.status == 302 and said.asked_at > moment), default=0.0)

    def change(self, what: str) -> Change:
        """The one that leads is lost, the other takes its place, and the first comes back behind it."""
        machines = self.machines
        before, began = machines.leads(), time.monotonic()
        machines.kill(before) if what == FAULTS[0] else network.cut(before)
        lost = time.monotonic()
        until(lambda: machines.leads() not in ("", before), 60, "another primary")
        until(lambda: self.saved_since(time.monotonic() - 0.5), 60, "anything saved")
        saved = self.first_after_the_gap(began)
        time.sleep(STEADY)
        returned = time.monotonic()
        machines.again(before) if what == FAULTS[0] else network.heal(before)
        machines.in_step()
        return Change(what, saved - lost, time.monotonic() - returned)

    def lose_a_web(self) -> Change:
        """One of the two goes with the pages that are in it, and the other answers everybody."""
        lost, name = time.monotonic(), next(iter(APPS))
        self.machines.kill(name)
        time.sleep(STEADY)
        saved, returned = self.first_after_the_gap(lost), time.monotonic()
        self.machines.again(name)
        ready(APPS[name], name)
        return Change(A_WEB, saved - lost, time.monotonic() - returned)

    def first_after_the_gap(self, began: float) -> float:
        """After the longest time in which nothing was saved."""
        times = sorted(said.came_at for each in self.writers for said in list(each.heard) if said.status == 302)
        pairs = [pair for pair in zip(times, times[1:], strict=False) if pair[1] > began]
        return max(pairs, key=lambda pair: pair[1] - pair[0])[1]

    def end(self) -> dict:
        """Everybody stops, what is left leaves, and what was called kept is looked for."""
        self.stop.set()
        (self.folder / "stop").touch()
        for each in (*self.writers, self.help, self.feed):
            each.join(60)
        self.machines.running["posting"].wait(30)
        until(lambda: not self.letters()["waiting"], 90, "every letter left")
        self.runs("tests.faults.inside", "what_is_there", str(self.folder))
        return json.loads((self.folder / "there.json").read_text())

    def letters(self) -> dict:
        self.runs("benchmarks.cluster.inside", "letters", str(self.folder))
        return json.loads((self.folder / "letters.json").read_text())


def ready(port: int, name: str) -> None:
    until(lambda: asks(port, "GET", "/healthz").status == 200, 60, f"{name} ready")


def told_of(soak: Soak, changes: list[Change]) -> dict:
    """Every figure of the run."""
    there, kept = soak.end(), [words for each in soak.writers for words in each.kept]
    not_saved = sum((each.not_saved for each in soak.writers), Counter())
    log = (soak.folder / "app1.log").read_text() + (soak.folder / "app2.log").read_text()
    return {
        "changes": [vars(each) for each in changes],
        "saved": len(kept),
        "lost": len(set(kept) - set(there["words"])),
        "there_twice": len(there["words"]) - len(set(there["words"])),
        "without_a_line": len(there["without_a_line"]),
        "trail": there["wrong"],
        "sorry": not_saved.pop(SORRY, 0),
        "away": not_saved.pop(AWAY, 0),
        "sorry_without_words": sum(each.without_words for each in soak.writers),
        "other_answers": not_saved,
        "longest_wait": max(said.came_at - said.asked_at for each in soak.writers for said in each.heard),
        "help": dict(soak.help.counts()),
        "help_longest": max(said.came_at - said.asked_at for said in soak.help.heard),
        "feed": dict(soak.feed.counts()),
        "replica_left_alone": log.count("is read from the primary"),
        "letters": soak.letters(),
    }


def is_well(told: dict) -> bool:
    letters = told["letters"]
    quick = all(each["writable_after"] <= AGAIN_WITHIN for each in told["changes"])
    whole = not (told["lost"] or told["there_twice"] or told["without_a_line"] or told["trail"])
    of_letters = not (letters["lost"] or letters["not_arrived"] or letters["twice_and_not_said"])
    return bool(quick and whole and of_letters and told["saved"] and not told["sorry_without_words"])


def main() -> int:
    folder = Path(sys.argv[1])
    network.lay_out()
    machines = Machines(folder)
    with ExitStack() as ends:
        ends.callback(machines.end)
        mail = ends.enter_context(serving(folder / "emails"))
        machines.begin_databases()
        machines.begin_before_them()
        soak = Soak(folder, machines, mail)
        soak.begin_kith()
        print("Kith stands before two databases in step. People begin to write.", flush=True)
        soak.begin_people()
        time.sleep(STEADY)
        changes = []
        for what in FAULTS:
            changes.append(soak.change(what))
            print(f"Lost: {what}; saved again after {changes[-1].writable_after:.1f} s.", flush=True)
        changes.append(soak.lose_a_web())
        told = told_of(soak, changes)
    write_table(told, is_well(told))
    for place in sys.argv[2:]:
        Path(place).write_text(json.dumps(told))
    print(json.dumps(told, indent=1))
    print("It held." if is_well(told) else "It did not hold.")
    return 0 if is_well(told) else 1


if __name__ == "__main__":
    sys.exit(main())
