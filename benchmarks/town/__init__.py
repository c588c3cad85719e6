"""An invented town of any size with ten years behind it: people with their notebooks, and a table of leaflets."""

from collections.abc import Iterator


def grow(individuals: int, listings: int) -> Iterator[str]:
    """Lets the town in this database grow to that size, a thousand at a time. Says how far it has come."""
    from . import leaflets, people

    yield from leaflets.grow(listings)
    yield from people.grow(individuals)
    _look_at_tables()


def _look_at_tables() -> None:
    """The database plans by what it knows of its tables: an old install has been looked at often."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
