"""The neighbourhood as a real install, served by `kith serve`: second steps for staff, no page of people to be."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import open_database
from tests.cli.running import ROOT, children_of, command, environment, health, spare_port, until

MARKER = "KITH_DEMO"
# What is written when somebody merely looks: who looked, until when they stay signed in, how often they tried.
OF_LOOKING = {"access_trailentry", "access_chainhead", "django_session", "kith_cache", "sqlite_sequence"}
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'directory_search%'"


@dataclass
class Standing:
    """Where it answers, what lies in its folder, and what an attacker has been told."""

    folder: Path
    port: int
    server: subprocess.Popen
    apps: dict[str, str]
    records: dict[str, str]
    links: list[str]

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def rows(self, question: str, *values) -> list[tuple]:
        with open_database(self.folder) as database:
            return database.execute(question, values).fetchall()

    def change(self, statement: str, *values) -> None:
        with open_database(self.folder) as database, database:
            database.execute(statement, values)

    def let_time_go_by(self) -> None:
        """Nobody has tried anything lately: limits begin anew."""
        self.change("DELETE FROM kith_cache")

    def as_it_stands(self) -> dict[str, str]:
        """A print of each table whose rows change only when somebody did something."""
        with open_database(self.folder) as database:
            tables = {name for (name,) in database.execute(TABLES)} - OF_LOOKING
            return {name: _print(database.execute(f'SELECT * FROM "{name}"')) for name in sorted(tables)}

    @contextmanager
    def put_back(self) -> Iterator[None]:
        """Whatever was written since stands no more, while it goes on being served."""
        beside = self.folder / "put-by"
        beside.mkdir(exist_ok=True)
        with open_database(self.folder) as served, open_database(beside) as kept:
            served.backup(kept)
            yield
            kept.backup(served)

    def answering(self) -> list[int]:
        """The processes that answer, and the one that began them."""
        (web,) = (number for number, words in children_of(self.server.pid).items() if "gunicorn" in words)
        return [web, *children_of(web)]

    def processor_seconds(self) -> float:
        """What the processes that answer have taken of the processor so far."""
        spent = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in self.answering()]
        return sum(int(each[11]) + int(each[12]) for each in spent) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The most that any process that answers has held in memory so far."""
        told = "".join(Path(f"/proc/{each}/status").read_text() for each in self.answering())
        return max(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmHWM")) / 1024


def _print(rows) -> str:
    return hashlib.sha256(repr(sorted(rows, key=repr)).encode()).hexdigest()


@contextmanager
def standing(neighbourhood: Path, folder: Path) -> Iterator[Standing]:
    """It answers until the block ends. Its clock is held: what changes was changed by a request."""
    shutil.copytree(neighbourhood, folder, ignore=shutil.ignore_patterns(MARKER))
    told, port = _laid_out(folder), spare_port()
    with (folder / "log").open("w") as log:
        own = environment(folder, KITH_PUBLIC_URL=f"http://127.0.0.1:{port}")
        server = subprocess.Popen(
            command("serve", "--port", str(port)), env=own, cwd=ROOT, stdout=log, stderr=log, text=True
        )
    try:
        assert until(lambda: _hold_the_clock(server), seconds=60), (folder / "log").read_text()
        assert until(lambda: health(port) == "ok"), (folder / "log").read_text()
        yield Standing(folder, port, server, **told)
    finally:
        _let_the_clock_go(server)
        server.terminate()
        server.wait(60)


def _laid_out(folder: Path) -> dict:
    own = environment(folder, DJANGO_SETTINGS_MODULE="kith.config.settings")
    words = [sys.executable, "-m", "tests.attacks.two_of_everything"]
    done = subprocess.run(words, env=own, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _clocks(server: subprocess.Popen) -> list[int]:
    return [number for number, words in children_of(server.pid).items() if "kith.config.clock" in words]


def _hold_the_clock(server: subprocess.Popen) -> list[int]:
    """From its first moment on."""
    held = _clocks(server)
    for number in held:
        os.kill(number, signal.SIGSTOP)
    return held


def _let_the_clock_go(server: subprocess.Popen) -> None:
    for number in _clocks(server):
        os.kill(number, signal.SIGCONT)
