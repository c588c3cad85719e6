"""The demo's neighbourhood, built once a run, copied, and served by the same web server as for people."""

import fcntl
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.utils import timezone

from tests.laid_out import folder_laid_out
from tests.once import made_once, shared_by_all

ROOT = Path(__file__).resolve().parents[2]
DATABASE, DAYS, ANSWERING = "kith.sqlite3", "days-later", "answering"
PATIENCE = 120  # seconds
REAL_THINGS = ("KITH_DATABASE_URL", "KITH_SECRET_KEY", "KITH_FIELD_KEYS", "KITH_MAIL_URL", "KITH_INTRODUCTION_URL")


@dataclass(frozen=True)
class Served:
    """A folder of its own, and where it answers."""

    folder: Path
    address: str

    def begin_again(self, as_built: Path) -> None:
        """Puts the database back to how the story stood when it was built, while it is being served."""
        with answering(self.folder, alone=True):
            self.let_days_go_by(0)
            with open_database(as_built) as built, open_database(self.folder) as served:
                built.backup(served)

    def let_days_go_by(self, days: int) -> None:
        """From now on it is so many days later than it is."""
        (self.folder / DAYS).write_text(str(days))


@contextmanager
def answering(folder: Path, *, alone: bool = False) -> Iterator[None]:
    """Held by each request while it is answered, and by whoever waits for all of them to end: what a page sent as it
    was left would otherwise be written into the next test."""
    with (folder / ANSWERING).open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield


@contextmanager
def open_database(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / DATABASE, timeout=PATIENCE)
    try:
        yield connection
    finally:
        connection.close()


def built_once(factory: pytest.TempPathFactory) -> Path:
    """The folder of the demo's neighbourhood, whose story is told up to today."""
    laid_out, name = folder_laid_out(factory), f"neighbourhood-{timezone.localdate()}"
    return made_once(shared_by_all(factory), name, lambda folder: _built(folder, laid_out))


def _built(folder: Path, laid_out: Path) -> None:
    shutil.copytree(laid_out, folder)
    subprocess.run([sys.executable, "-m", "tests.browser.built", str(folder)], check=True, cwd=ROOT, env=_environment())


def kith(*command: str, folder: Path | None = None) -> None:
    """The command, as a person would give it."""
    own = {"KITH_DATA_DIR": str(folder)} if folder else {}
    subprocess.run([sys.executable, "-m", "kith", *command], check=True, cwd=ROOT, env=_environment() | own)


def collect_static(folder: Path) -> None:
    """Puts styles and scripts where the web server takes them from."""
    more = ["--settings", "kith.config.settings", "--verbosity", "0", "--no-input"]
    environment = _environment() | {"KITH_DATA_DIR": str(folder)}
    subprocess.run([sys.executable, "-m", "django", "collectstatic", *more], check=True, cwd=ROOT, env=environment)


def own_environment(folder: Path) -> dict[str, str]:
    """For a process that works in this folder."""
    return _environment() | {"KITH_DATA_DIR": str(folder)}


def _environment() -> dict[str, str]:
    """Nothing real is in reach of a test."""
    return {name: value for name, value in os.environ.items() if name not in REAL_THINGS}


@contextmanager
def serving(as_built: Path, folder: Path) -> Iterator[Served]:
    """A copy of the neighbourhood, answering until the block ends."""
    shutil.copytree(as_built, folder)
    port = _spare_port()
    address = f"http://127.0.0.1:{port}"
    environment = _environment() | {"KITH_DATA_DIR": str(folder), "KITH_PUBLIC_URL": address}
    web = [sys.executable, "-m", "gunicorn", "--config", "python:kith.config.web", "tests.browser.later"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [*web, "--bind", f"127.0.0.1:{port}"], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
    try:
        _wait_for(f"{address}/healthz", server, folder / "log")
        yield Served(folder, address)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _spare_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError(f"Kith does not answer at {address}.\n{log.read_text()}")
