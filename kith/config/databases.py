"""Where the database is: a SQLite file, or a PostgreSQL that may have a pooler in front and a replica beside it.

Pages go through the pooler, where there is one; everything else (layout, copies, the clock) goes straight:
`pg_dump`, for one, leaves settings of its own behind in a connection that others are given next.
"""

from pathlib import Path

from kith.access.replica import REPLICA

from . import sqlite

# What every connection to PostgreSQL is begun with, unless the address says otherwise. A server that has gone without
# a word (its machine is off, its network is cut) is noticed in some ten seconds; one that only follows is passed over.
LIVELY = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


# PostgreSQL takes as long to plan a page's questions as to answer them. A connection of one's own keeps the plan of a
# question that is asked a fourth time. Behind a pooler the next question meets another connection, which has no plan.
PREPARED = {"server_side_binding": True, "prepare_threshold": 3}


def chosen(env, folder: Path) -> dict[str, dict]:
    """For Django's `DATABASES`."""
    found = {"default": env.db("KITH_DATABASE_URL", default=f"sqlite:///{folder / 'kith.sqlite3'}")}
    if found["default"]["ENGINE"].endswith("sqlite3"):
        found["default"]["OPTIONS"] = sqlite.options()
        return found
    _be_lively(found["default"], target_session_attrs="primary", **PREPARED)
    if replica := _named(env, "KITH_DATABASE_REPLICA"):
        _be_lively(replica, connect_timeout=2)  # without it there is the primary, so it is not waited for
        found[REPLICA] = replica | {"DISABLE_SERVER_SIDE_CURSORS": True}  # a pooler may stand there as well
    return found


def pooler(env) -> dict:
    """Through which pages reach the database; empty where they go straight."""
    if found := _named(env, "KITH_DATABASE_POOLER"):
        _be_lively(found, target_session_attrs="primary")
        # In transaction mode the next statement may meet another connection, which knows of no cursor.
        found["DISABLE_SERVER_SIDE_CURSORS"] = True
    return found


def _named(env, name: str) -> dict:
    return env.db(name) if env.str(name, default="") else {}


def _be_lively(database: dict, **more: object) -> None:
    database.setdefault("CONN_MAX_AGE", 60)
    database["CONN_HEALTH_CHECKS"] = True  # a server that was begun anew, or changed places, fails nobody's page
    database["OPTIONS"] = LIVELY | more | database.get("OPTIONS", {})
