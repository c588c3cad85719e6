"""Empties what is held of money, as a test without a transaction of its own is followed by: the database lets a row go
only where everything of that individual goes."""

from django.apps import apps
from django.db import connection, transaction

LAST_FIRST = ("scantakenout", "scan", "answer", "withdrawal", "decision", "proposal", "assurance", "erasing")


def let_everything_go() -> None:
    """On SQLite, where the tables are emptied row by row; PostgreSQL empties each of them at once."""
    if connection.vendor != "sqlite":
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR IGNORE INTO budget_erasing (individual_id, because, begun_by_id, agreed_by_id, begun_at) "
            "SELECT id, 'the test is over', -1, -2, CURRENT_TIMESTAMP FROM people_individual"
        )
        for name in LAST_FIRST:
            table = apps.get_model("budget", name)._meta.db_table
            cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608 - names of our own tables
