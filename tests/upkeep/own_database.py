"""A database of its own for processes that are killed: a SQLite file, or a PostgreSQL beside the tests' own."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.db import connection

from tests.cli.installs import empty_install
from tests.cli.running import ROOT, environment
from tests.laid_out import beside, template_laid_out


class Install:
    """One Kith with a folder of its own. `ask` is what a test may know of it; `start` runs a clock beside it."""

    def __init__(self, folder: Path, address: str = ""):
        self.folder = folder
        self.more = {"KITH_DATABASE_URL": address} if address else {}

    def ask(self, question: str) -> list[tuple]:
        if not self.more:
            with closing(sqlite3.connect(self.folder / "kith.sqlite3")) as database:
                return database.execute(question).fetchall()
        import psycopg

        with psycopg.connect(self.more["KITH_DATABASE_URL"]) as database:
            return database.execute(question).fetchall()

    def count(self, question: str) -> int:
        return self.ask(f"SELECT count(*) FROM {question}")[0][0]

    def start(self, *words: str) -> subprocess.Popen:
        command = [sys.executable, *(words or ("-m", "kith.config.clock"))]
        settings = {"DJANGO_SETTINGS_MODULE": "kith.config.settings"}
        return subprocess.Popen(command, env=environment(self.folder, **settings, **self.more), cwd=ROOT)

    def run(self, script: str) -> None:
        """A few lines of Python in this Kith."""
        begun = self.start("-c", f"import django; django.setup()\n{script}")
        assert begun.wait(60) == 0


@contextmanager
def installed(factory: pytest.TempPathFactory, folder: Path) -> Iterator[Install]:
    """An up-to-date database of the kind that the tests run on."""
    with _address(factory, folder) as address:
        if not address:
            empty_install(factory, folder)
        yield Install(folder, address)


@contextmanager
def nothing_yet(folder: Path) -> Iterator[Install]:
    """A place with nothing in it: a folder that is not there, and on PostgreSQL an empty database."""
    if connection.vendor == "sqlite":
        yield Install(folder)
        return
    with _beside(f"kith_{os.getpid()}_nothing", "") as address:
        yield Install(folder, address)


@contextmanager
def _address(factory: pytest.TempPathFactory, folder: Path) -> Iterator[str]:
    if connection.vendor == "sqlite":
        yield ""
        return
    name = f"kith_{os.getpid()}_{folder.name}".lower().replace("-", "_")
    with _beside(name, f"TEMPLATE {template_laid_out(factory)}") as address:
        yield address


@contextmanager
def _beside(name: str, made_of: str) -> Iterator[str]:
    import psycopg

    here = os.environ["KITH_DATABASE_URL"]
    with psycopg.connect(here, autocommit=True) as office:
        office.execute(f'CREATE DATABASE "{name}" {made_of}')
        try:
            yield beside(here, name)
        finally:
            office.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
