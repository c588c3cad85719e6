"""How many rows each table of a SQLite database has, for `scripts/try-upgrade`: `python -m scripts.rows FILE`.

Left out is what a copy is brought back without, and what tells of the restore itself: who was signed in, counts of
tries, the steps of the layout, the search's own index, the trail and what the clock notes."""

import sqlite3
import sys
from contextlib import closing

NOT_KEPT = ("django_", "sqlite_", "kith_cache", "auth_", "directory_search", "access_", "upkeep_")


def main(file: str) -> None:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
        for (name,) in database.execute(named).fetchall():
            if not name.startswith(NOT_KEPT):
                count = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - its own name
                sys.stdout.write(f"{name} {count}\n")


if __name__ == "__main__":
    main(sys.argv[1])
