"""An up-to-date, empty database is laid out once a run, by the command itself; every other one is a copy of it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from tests import laid_out_before
from tests.cli.running import kith
from tests.once import made_once, shared_by_all

FILE, TEMPLATE = "kith.sqlite3", "test_kith_laid_out"


def begin_early(factory: pytest.TempPathFactory) -> None:
    """It takes a while, and every process waits for it: it goes on beside them while they read the tests."""
    factory.getbasetemp()  # before there are two who would make one
    make = folder_laid_out if connection.vendor == "sqlite" else template_laid_out
    Thread(target=make, args=[factory], daemon=True).start()


def folder_laid_out(factory: pytest.TempPathFactory) -> Path:
    """What `kith migrate` makes of an empty folder. It is not to be changed: copy it."""
    return made_once(shared_by_all(factory), "empty-install", _migrated_now_or_before)


def _migrated_now_or_before(folder: Path) -> None:
    before = laid_out_before.kept_folder()
    if before.exists():
        shutil.copytree(before, folder)
    else:
        _migrated(folder)
        laid_out_before.keep(folder)


def _migrated(folder: Path, **more: str) -> None:
    done = kith(folder, "migrate", **more)
    assert done.returncode == 0, done.stderr


def template_laid_out(factory: pytest.TempPathFactory) -> str:
    """The name of a PostgreSQL database that others are made from. Nobody may be connected to it."""
    made_once(shared_by_all(factory), "empty-database", _template)
    return TEMPLATE


def _template(folder: Path) -> None:
    import psycopg

    here = os.environ["KITH_DATABASE_URL"]
    with psycopg.connect(here, autocommit=True) as office:
        office.execute(f"DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)")
        office.execute(f"CREATE DATABASE {TEMPLATE}")
    _migrated(folder, KITH_DATABASE_URL=beside(here, TEMPLATE))


def beside(address: str, name: str) -> str:
    """The address of another database of the same server."""
    return urlunsplit(urlsplit(address)._replace(path=f"/{name}"))


def begin_with_it(factory: pytest.TempPathFactory) -> Callable[[], None]:
    """Django lays out the tests' own database from there. What is given back ends it."""
    if connection.vendor == "sqlite":
        return _copied_into_memory(folder_laid_out(factory) / FILE)
    connection.settings_dict["TEST"]["TEMPLATE"] = template_laid_out(factory)
    return lambda: None


def _copied_into_memory(file: Path) -> Callable[[], None]:
    sqlite3, creation = connection.Database, connection.creation
    memory, made = sqlite3.connect(creation._get_test_db_name(), uri=True), creation._create_test_db

    def create(*args, **more):
        name = made(*args, **more)
        original = sqlite3.connect(file)
        original.backup(memory)
        original.close()
        return name

    creation._create_test_db = create
    return memory.close
