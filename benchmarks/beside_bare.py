"""Ordinary pages of Kith in turn with a bare Django page, on the same machine and the same kind of database."""

import os
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from benchmarks.answering import BARE, answering
from benchmarks.apart import by_itself
from benchmarks.visiting import Asked, Visitor, visit
from benchmarks.watched import WATCHED, visitors

ORDINARY, CLIENTS, TURNS = WATCHED[:3], 16, 3
BARE_PAGES = {"bare": "/", "light": "/light/"}


def race(whose: list, seconds: float) -> dict[str, float]:
    """Pages a second of each, in turns, so that whatever else the machine does slows both alike."""
    more = {"BARE_DATABASE_URL": _beside(), "DJANGO_SETTINGS_MODULE": "benchmarks.bare.settings"}
    cookies = by_itself("benchmarks.bare", **more)
    counts = {"kith": 0.0, "bare": 0.0, "light": 0.0}
    with answering() as kith, answering(BARE, asks="/", **more) as bare:
        crowd = [Visitor(bare.port, cookies)] * CLIENTS
        for page in ORDINARY * TURNS:
            counts["kith"] += len(visit(*visitors(page, whose, kith.port, CLIENTS), seconds))
            for name, address in BARE_PAGES.items():
                counts[name] += len(visit(crowd, lambda number, times, at=address: Asked(at), seconds))
    return {name: count / (seconds * len(ORDINARY) * TURNS) for name, count in counts.items()}


def _beside() -> str:
    """A database of the same kind, beside that of Kith."""
    url = os.environ.get("KITH_DATABASE_URL", "")
    if not url:
        return f"sqlite:///{Path(os.environ['KITH_DATA_DIR'], 'bare.sqlite3')}"
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE bare")
    return urlunsplit(urlsplit(url)._replace(path="/bare"))
