"""The database at one moment, as a file without a name: whoever ends this process leaves nothing of it behind.

People go on writing meanwhile. What is counted for the manifest is counted in the same moment.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.db import connection

from .manifest import Ask
from .postgres import run
from .troubles import NotKept

TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
    "AND sql NOT LIKE 'CREATE VIRTUAL%'"
)
TABLES_OF_POSTGRESQL = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"


@dataclass(frozen=True)
class Snapshot:
    """`content` is the database; `ask` reads it as it was in that moment."""

    content: IO[bytes]
    ask: Ask
    tables: list[str]


@contextmanager
def of_the_database(beside: Path) -> Iterator[Snapshot]:
    """Of the database that Kith uses. The nameless file lies on the disk of this folder."""
    make: Callable[[Path], Iterator[Snapshot]] = _of_sqlite if connection.vendor == "sqlite" else _of_postgresql
    with contextmanager(make)(beside) as made:
        yield made


def _of_sqlite(beside: Path) -> Iterator[Snapshot]:
    """One reading transaction holds the moment: both the copy and the counts see it."""
    name, sqlite3 = str(connection.settings_dict["NAME"]), connection.Database
    if not name.startswith("file:") and not Path(name).is_file():
        raise NotKept(f"There is no database at {name}.")
    with closing(sqlite3.connect(name, isolation_level=None, uri=True)) as here:
        here.execute("BEGIN")
        tables = [row[0] for row in here.execute(TABLES)]
        handle, copy = tempfile.mkstemp(prefix=".copy-", dir=beside)
        with os.fdopen(handle, "rb") as content:
            with closing(sqlite3.connect(copy)) as there:
                there.execute("PRAGMA journal_mode = OFF")
                os.unlink(copy)  # empty still: from here on it has no name
                here.backup(there)
            yield Snapshot(content, lambda question: here.execute(question).fetchall(), tables)


def _of_postgresql(beside: Path) -> Iterator[Snapshot]:
    """The server hands the moment over to `pg_dump`."""
    import psycopg

    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}) as here:
        here.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        moment = here.execute("SELECT pg_export_snapshot()").fetchone()[0]
        tables = [row[0] for row in here.execute(TABLES_OF_POSTGRESQL)]
        with tempfile.TemporaryFile(dir=beside) as content:
            run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={moment}", into=content)
            content.seek(0)
            yield Snapshot(content, lambda question: here.execute(question).fetchall(), tables)
