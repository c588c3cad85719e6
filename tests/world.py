"""The neighbourhood for tests: built once a run, then copied into each test.

It is not there for everybody: most tests make a small cast of their own and count everything there is.
"""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from kith.access import clock
from kith.access.actor import Actor
from kith.demo import neighbourhood
from kith.people.actors import actor_for
from kith.people.models import Individual, User
from tests import kept
from tests.budget.erased import let_everything_go
from tests.once import made_once


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
        folder = made_once(shared, f"world_{timezone.localdate():%Y%m%d}", _build_into)
        if not Individual.objects.exists():
            kept.copy(folder)
    return World()


def take_down() -> None:
    """After a test without a transaction of its own: the search's index is no table that a flush would empty, and what
    is held of money goes altogether or not at all."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        let_everything_go()
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO directory_search (directory_search) VALUES ('delete-all')")


def _build_into(folder: Path) -> None:
    """In the database of the test that asked first."""
    neighbourhood.build(today=timezone.localdate())
    kept.keep(folder)
