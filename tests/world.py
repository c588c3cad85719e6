"""The neighbourhood for tests: built once a run on SQLite, once a process on PostgreSQL, then copied into each test.

It is not there for everybody: most tests make a small cast of their own and count everything there is.
"""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.test import Client
from django.utils import timezone

from kith.access import clock
from kith.access.actor import Actor
from kith.demo import neighbourhood
from kith.directory.search.backends import KEY_BITS
from kith.people.actors import actor_for
from kith.people.models import Individual, User
from tests.once import made_once

INDEX = (
    "INSERT INTO directory_search (rowid, name, terms, body, facts) "
    f"SELECT spot << {KEY_BITS} | activity_id, name_words, term_words, body_words, fact_words "
    "FROM directory_searchdocument"
)
KEPT = "kept.sqlite3"
IS_ATTACHED = "SELECT count(*) FROM pragma_database_list WHERE name = 'kept'"
_kept: list[tuple[type[models.Model], list[models.Model]]] = []


class World:
    """Everybody who lives there. `world.vish` is an account; `world.individual("greg")` is his notebook."""

    def __getattr__(self, who: str) -> User:
        return User.objects.get(email=f"{who}@kith.example")

    def individual(self, who: str) -> Individual:
        """By the name somebody signs in with, or else the name they like."""
        own = Individual.objects.filter(user__email=f"{who}@kith.example").first()
        return own or Individual.objects.get(called=who)

    def actor(self, who: str, at: datetime | None = None) -> Actor:
        """Them, as they are seen now."""
        return actor_for(getattr(self, who), at or clock.now())

    def client(self, who: str = "") -> Client:
        """A visitor, signed in as somebody; nobody signed in when nobody is named."""
        visitor = Client()
        if who:
            visitor.force_login(getattr(self, who), settings.AUTHENTICATION_BACKENDS[0])
        return visitor


def stand_up(shared: Path) -> World:
    """The neighbourhood as it stands today, in this test's own database. All processes of the run know `shared`."""
    with transaction.atomic():
        if connection.vendor == "sqlite":
            folder = made_once(shared, "world", _build_into)
            if not Individual.objects.exists():
                _copy_tables(folder / KEPT)
        elif _kept:
            _copy_rows()
        else:
            neighbourhood.build(today=timezone.localdate())
            _keep_rows()
    return World()


def take_down() -> None:
    """After a test without a transaction of its own: the search's index is no table that a flush would empty."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO directory_search (directory_search) VALUES ('delete-all')")


def _ours() -> list[type[models.Model]]:
    everything = apps.get_models(include_auto_created=True)
    return [model for model in everything if model._meta.app_config.name.startswith("kith.")]


def _build_into(folder: Path) -> None:
    """Builds it in the database of the test that asked first, and writes down every value as it is stored. It is not
    yet committed, so it is read by another connection to the same memory."""
    neighbourhood.build(today=timezone.localdate())
    folder.mkdir()
    sqlite3 = connection.Database
    with (
        closing(sqlite3.connect(connection.settings_dict["NAME"], uri=True)) as here,
        closing(sqlite3.connect(folder / KEPT)) as there,
    ):
        here.execute("PRAGMA read_uncommitted = 1")
        for table in (model._meta.db_table for model in _ours()):
            rows = here.execute(f'SELECT * FROM "{table}"')
            names = ", ".join(f'"{column[0]}"' for column in rows.description)
            there.execute(f'CREATE TABLE "{table}" ({names})')
            there.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(rows.description))})', rows)
        there.commit()


def _copy_tables(whole: Path) -> None:
    with connection.cursor() as cursor:
        if not cursor.execute(IS_ATTACHED).fetchone()[0]:
            cursor.execute(f"ATTACH 'file:{whole}?immutable=1' AS kept")
        for table in (model._meta.db_table for model in _ours()):
            cursor.execute(f'INSERT INTO main."{table}" SELECT * FROM kept."{table}"')
        cursor.execute(INDEX)


def _keep_rows() -> None:
    rows = [(model, list(model._base_manager.order_by("pk"))) for model in _ours()]
    _kept.extend(rows)  # all of it, or nothing when something went wrong


def _copy_rows() -> None:
    for model, rows in _kept:
        model._base_manager.bulk_create(rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _ours()):
            cursor.execute(statement)
