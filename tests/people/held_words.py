"""Typed words that wait for somebody to sign in again."""

from django.db import connection


def how_many_are_kept() -> int:
    """As they lie in the database, for anybody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM kith_cache WHERE cache_key LIKE %s", ["%typed-%"])
        return cursor.fetchone()[0]
