"""Brings a copy back: into a folder beside the one that was named, which gets its name once everything in it is
proven. Killed at any line, there is no half of a Kith under that name, and it can be begun again."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import keys, manifest
from .manifest import Manifest
from .packing import sync_folder
from .troubles import NotKept
from .unpacking import OF_THE_DEMO, UPLOADS, unpack

DATABASE = "kith.sqlite3"
MARK = "kith_being_brought_back"  # a table of PostgreSQL's, there while a database is being filled
FOUND = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
UNEVEN = "The database is not as the copy says: {}. Nothing was brought back."


def refuse_if_taken(to: Path) -> None:
    """Only where nothing is. Raises `NotKept`."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise NotKept(
            f"{to} holds something already. A copy is brought back into a folder that is empty, or not there."
        )


@contextmanager
def laid_out(file: Path, to: Path, *, key: str, address: str) -> Iterator[tuple[Path, Manifest]]:
    """The copy, read to its end and laid out in a folder beside `to`. `address` is the database that is named."""
    refuse_if_taken(to)
    identities = keys.open_with(keys.key_file(key, is_demo=not key))
    to.parent.mkdir(parents=True, exist_ok=True)
    beside = to.with_name(f".{to.name}.being-restored")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(mode=0o700)
    try:
        told = unpack(file, identities, beside)
        _refuse_if_elsewhere(told, address)
        _put_in_place(beside, told)
        yield beside, told
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _refuse_if_elsewhere(told: Manifest, address: str) -> None:
    is_postgresql = address.startswith(("postgres", "psql", "pgsql"))
    if told.vendor == "postgresql" and not is_postgresql:
        raise NotKept("This copy is of a PostgreSQL database: KITH_DATABASE_URL has to name one that is empty.")
    if told.vendor == "sqlite" and address:
        raise NotKept("This copy brings its own SQLite file: it is brought back without KITH_DATABASE_URL.")


def _put_in_place(folder: Path, told: Manifest) -> None:
    for name in UPLOADS:
        if (folder / "files" / name).is_dir():
            os.replace(folder / "files" / name, folder / name)
    shutil.rmtree(folder / "files", ignore_errors=True)
    if told.vendor == "sqlite":
        os.replace(folder / manifest.SQLITE, folder / DATABASE)
    if told.is_demo:
        _as_a_demo(folder)


def _as_a_demo(folder: Path) -> None:
    """What is invented stays marked as that, and brings its keys along."""
    (folder / "KITH_DEMO").write_text("built")
    if (folder / OF_THE_DEMO).is_file():
        os.replace(folder / OF_THE_DEMO, folder / "field-keys")
        (folder / OF_THE_DEMO).parent.rmdir()


@contextmanager
def filled(folder: Path, told: Manifest) -> Iterator[None]:
    """With Django begun in this folder: the database is there, and is what the copy says; after the last step it may
    be opened."""
    from django.db import connection

    if told.vendor == "postgresql":
        _fill(folder / manifest.POSTGRESQL)
    with connection.cursor() as cursor:

        def ask(question: str) -> list[tuple]:
            cursor.execute(question)
            return cursor.fetchall()

        _compare(told, ask)
        _refuse_if_newer(told)
        yield
        if told.vendor == "postgresql":
            cursor.execute(f"DROP TABLE {MARK}")


def _fill(dump: Path) -> None:
    """All of it or nothing; and whoever is killed on the way to the end leaves a mark that keeps Kith from serving."""
    from django.db import connection

    from .postgres import run

    with connection.cursor() as cursor:
        cursor.execute(FOUND)
        if cursor.fetchall():
            raise NotKept("The database that KITH_DATABASE_URL names is not empty. Nothing was changed there.")
        cursor.execute(f"CREATE TABLE {MARK} ()")
    all_or_nothing = ("--no-owner", "--no-acl", "--exit-on-error", "--single-transaction")
    try:
        run("pg_restore", *all_or_nothing, f"--dbname={connection.settings_dict['NAME']}", str(dump))
    except NotKept:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {MARK}")
        raise
    dump.unlink()


def _compare(told: Manifest, ask: manifest.Ask) -> None:
    """Every table as many rows as it had, and every chain of the trail with the end it had."""
    rows = manifest.rows_of(ask, told.rows)
    for table, count in told.rows.items():
        if rows[table] != count:
            raise NotKept(UNEVEN.format(f"{table} has {rows[table]:,} rows, and had {count:,}"))
    if manifest.heads_of(ask) != told.heads:
        raise NotKept(UNEVEN.format("the trail ends elsewhere"))


def _refuse_if_newer(told: Manifest) -> None:
    from django.db.migrations.loader import MigrationLoader

    known = set(MigrationLoader(None).disk_migrations)
    ours = {app for app, _ in known}
    if any(app in ours and (app, name) not in known for app, name in told.migrations):
        raise NotKept(f"This copy is of a newer Kith ({told.kith}): bring Kith itself up to date first.")


def given_its_name(folder: Path, to: Path) -> None:
    """The last step: from now on there is a Kith."""
    refuse_if_taken(to)
    os.replace(folder, to)
    sync_folder(to.parent)
