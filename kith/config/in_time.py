"""A page that the database does not answer in time says so, and lets the next person in. Commands and the clock wait
for as long as their work takes.

PostgreSQL alone: SQLite waits five seconds for whoever writes (kith.config.sqlite), and has no server to lose.
"""

from django.db.backends.signals import connection_created

STATEMENT, LOCK, LEFT_OPEN = 20_000, 5_000, 60_000  # milliseconds; a page is given up after a minute anyhow
MOST_PREPARED = 300  # questions of one connection: pages that are open all day ask some two hundred
LIMITS = {"statement_timeout": STATEMENT, "lock_timeout": LOCK, "idle_in_transaction_session_timeout": LEFT_OPEN}


def answer_in_time() -> None:
    """In the process that will answer, before it has a connection. A pooler takes no settings from whoever comes: it
    has the limits itself, and `kith check` looks whether it has."""
    from django.conf import settings
    from django.db import connections

    chosen = connections.settings["default"]
    if not chosen["ENGINE"].endswith("postgresql"):
        return
    if settings.DATABASE_POOLER:
        chosen.update(settings.DATABASE_POOLER)
    else:
        chosen["OPTIONS"] = {**chosen.get("OPTIONS", {}), "options": _limits()}
        connection_created.connect(_keep_most_prepared)


def _keep_most_prepared(connection, **_told) -> None:
    if connection.vendor == "postgresql":
        connection.connection.prepared_max = MOST_PREPARED


def _limits() -> str:
    return " ".join(f"-c {name}={value}" for name, value in LIMITS.items())
