"""How many rows each table has, for `scripts/try-upgrade`: `python -m scripts.rows FILE`, of that SQLite database, or
of the PostgreSQL that `KITH_DATABASE_URL` names.

Left out is what a copy is brought back without, and what tells of the restore itself: who was signed in, counts of
tries, the steps of the layout, the search's own index, the trail and what the clock notes."""

import os
import sqlite3
import sys
from contextlib import closing
from typing import Any

import psycopg

NOT_KEPT = ("django_", "sqlite_", "kith_cache", "auth_", "directory_search", "access_", "upkeep_")
OF_SQLITE = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
OF_POSTGRESQL = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE \"C\""


def main(file: str) -> None:
    if address := os.environ.get("KITH_DATABASE_URL"):
        with psycopg.connect(address) as database:
            tell(database, OF_POSTGRESQL)
    else:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            tell(database, OF_SQLITE)


def tell(database: Any, named: str) -> None:
    for (name,) in database.execute(named).fetchall():
        if not name.startswith(NOT_KEPT):
            count = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - its own name
            sys.stdout.write(f"{name} {count}\n")


if __name__ == "__main__":
    main(sys.argv[1])
