"""The neighbourhood of the tests as rows: kept once a run in a folder, and copied into any database of its kind.

SQLite attaches the kept file to the connection. PostgreSQL loads it once a process into a schema of its own, so that a
test's copy is made by the server, row for row. Either goes by the folder's name: a run may come to another day.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from kith.directory.search.backends import KEY_BITS

INDEX = (
    "INSERT INTO directory_search (rowid, name, terms, body, facts) "
    f"SELECT spot << {KEY_BITS} | activity_id, name_words, term_words, body_words, fact_words "
    "FROM directory_searchdocument"
)
FILE = "kept.sqlite3"
IS_ATTACHED = "SELECT count(*) FROM pragma_database_list WHERE name = %s"
IS_LOADED = "SELECT count(*) FROM pg_namespace WHERE nspname = %s"


def keep(folder: Path) -> None:
    """Writes down every value as it is stored, though the test that built it has not committed anything."""
    folder.mkdir()
    _keep_in_a_file(folder / FILE) if connection.vendor == "sqlite" else _keep_in_files(folder)


def copy(folder: Path) -> None:
    """Every row into the database of this test. What `kith migrate` put there is the same in all of a run."""
    _copy_attached(folder) if connection.vendor == "sqlite" else _copy_loaded(folder)


def _ours() -> list[type[models.Model]]:
    everything = apps.get_models(include_auto_created=True)
    return [model for model in everything if model._meta.app_config.name.startswith("kith.")]


def _keep_in_a_file(file: Path) -> None:
    """Read by another connection to the same memory."""
    sqlite3 = connection.Database
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"], uri=True)) as here,
        closing(sqlite3.connect(file)) as there,
    ):
        here.execute("PRAGMA read_uncommitted = 1")
        for table in (model._meta.db_table for model in _ours()):
            rows = here.execute(f'SELECT * FROM "{table}"')
            names = ", ".join(f'"{column[0]}"' for column in rows.description)
            there.execute(f'CREATE TABLE "{table}" ({names})')
            there.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(rows.description))})', rows)
        there.commit()


def _copy_attached(folder: Path) -> None:
    kept = folder.name
    with connection.cursor() as cursor:
        if not cursor.execute(IS_ATTACHED, [kept]).fetchone()[0]:
            cursor.execute(f"ATTACH 'file:{folder / FILE}?immutable=1' AS {kept}")
        for model in _ours():
            table, key = model._meta.db_table, model._meta.pk.column
            cursor.execute(
                f'INSERT INTO main."{table}" SELECT * FROM {kept}."{table}" '
                f'WHERE "{key}" NOT IN (SELECT "{key}" FROM main."{table}")'
            )
        cursor.execute(INDEX)


def _tables() -> Iterator[tuple[str, str, str]]:
    """Each table with the columns that hold something, and its key; what the server works out it works out again."""
    for model in _ours():
        names = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
        yield model._meta.db_table, names, model._meta.pk.column


def _keep_in_files(folder: Path) -> None:
    with connection.cursor() as cursor:
        for table, names, _ in _tables():
            with (folder / table).open("wb") as file, cursor.copy(f'COPY "{table}" ({names}) TO STDOUT') as rows:
                file.writelines(rows)


def _copy_loaded(folder: Path) -> None:
    kept = folder.name
    with connection.cursor() as cursor:
        cursor.execute(IS_LOADED, [kept])
        if not cursor.fetchone()[0]:
            _load(folder)
        copied = [
            f'INSERT INTO "{table}" ({names}) SELECT {names} FROM {kept}."{table}" '
            f'WHERE "{key}" NOT IN (SELECT "{key}" FROM "{table}")'
            for table, names, key in _tables()
        ]
        cursor.execute(";".join([*copied, *connection.ops.sequence_reset_sql(no_style(), _ours())]))


def _load(folder: Path) -> None:
    """By a connection of its own, so that it outlives the test."""
    import psycopg

    kept = folder.name
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}) as office:
        office.execute(f"CREATE SCHEMA {kept}")
        for table, names, _ in _tables():
            office.execute(f'CREATE TABLE {kept}."{table}" AS SELECT {names} FROM "{table}" WITH NO DATA')
            with office.cursor().copy(f'COPY {kept}."{table}" ({names}) FROM STDIN') as rows:
                rows.write((folder / table).read_bytes())
