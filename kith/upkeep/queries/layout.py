"""Whether the database is laid out for this very Kith, or for an older or a newer one."""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

NO_ANSWER = "The database did not answer."
NOT_SET_UP = "The database has not been set up: run `kith migrate`."
OLDER = "The database is not up to date: run `kith migrate`."
NEWER = "The database belongs to a newer Kith: bring Kith itself up to date."


@cache
def known() -> frozenset[tuple[str, str]]:
    """Every step of layout that this Kith brings along."""
    return frozenset(MigrationLoader(None).disk_migrations or {})


def what_is_wrong() -> str:
    """A sentence, or "" when it is as it should be. One look."""
    try:
        connection.ensure_connection()
    except DatabaseError:
        return NO_ANSWER
    try:
        done = set(MigrationRecorder.Migration.objects.values_list("app", "name"))
    except DatabaseError:
        return NOT_SET_UP
    if not known() <= done:
        return OLDER
    return NEWER if _is_newer(done) else ""


def _is_newer(done: set[tuple[str, str]]) -> bool:
    """Whether a newer version has changed our tables already; an older one would misread them."""
    ours = {module for module, _ in known()}
    return any(module in ours and (module, name) not in known() for module, name in done)
