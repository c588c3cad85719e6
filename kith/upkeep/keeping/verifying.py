"""Whether everything that Kith keeps is whole: the database, the trail, the files, and what lies under a key."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import ForeignKey

from kith.access import trail
from kith.directory import queries as directory
from kith.directory.models import Leaflet, Paper
from kith.messaging.models import Attachment
from kith.messaging.queries.files import file_of

from . import heads, sealed

SHOWN = 5


def problems() -> Iterator[str]:
    """All that is found, one sentence each; nothing when all is well."""
    yield from of_the_database()
    yield from heads.problems(settings.OUTSIDE_DIR / heads.NAME)
    yield from of_what_is_in_it(keys=True)


def of_what_is_in_it(*, keys: bool) -> Iterator[str]:
    """What a sound database may tell of itself: of the trail, of files, and, with `keys`, of what lies under one."""
    yield from trail.verify()
    yield from of_files()
    if keys:
        yield from _under_keys()


def of_the_database() -> Iterator[str]:
    """Damage, and rows that name a row that is not there."""
    yield from _of_sqlite() if connection.vendor == "sqlite" else _of_keys()


def _of_sqlite() -> Iterator[str]:
    with connection.cursor() as cursor:
        for row in cursor.execute("PRAGMA integrity_check").fetchall():
            if row[0] != "ok":
                yield f"The database is damaged: {' '.join(row[0].split())}."
        for table, key, other, _ in cursor.execute("PRAGMA foreign_key_check").fetchall():
            yield f"Row {key} of {table} names a row of {other} that is not there."


def _of_keys() -> Iterator[str]:
    """PostgreSQL holds its own keys; one that was switched off for a while lets through what this finds."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if isinstance(field, ForeignKey) and field.db_constraint:
                name = field.name
                known = field.remote_field.model._base_manager.values(field.target_field.attname)
                lost = model._base_manager.exclude(**{name: None}).exclude(**{f"{name}__in": known}).count()
                if lost:
                    yield f"{lost} rows of {model._meta.db_table} name a row that is not there ({name})."


def files() -> list[Path]:
    """Every file that a row tells of."""
    leaflets = Leaflet.objects.filter(put_away_on=None)
    papers = Paper.objects.filter(state=Paper.State.WAITING)  # once it was read its file may be gone
    return [
        *map(directory.file_of, leaflets.iterator()),
        *map(directory.paper_file, papers.iterator()),
        *map(file_of, Attachment.objects.iterator()),
    ]


def of_files() -> Iterator[str]:
    """A row without its file, and a picture that was written only in part."""
    expected = files()
    yield from _told("is missing", "are missing", [each for each in expected if not each.is_file()])
    empty = [each for each in expected if each.is_file() and not each.stat().st_size]
    yield from _told("is empty", "are empty", empty)


def _told(is_so: str, are_so: str, found: list[Path]) -> Iterator[str]:
    if not found:
        return
    names = ", ".join(f"{each.parent.name}/{each.name}" for each in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if found[SHOWN:] else ""
    yield f"{len(found)} {f'file {is_so}' if len(found) == 1 else f'files {are_so}'}: {names}{more}."


def _under_keys() -> Iterator[str]:
    for name, count in sorted(sealed.closed().items()):
        things = "1 private thing" if count == 1 else f"{count} private things"
        yield f"{things} under the field key “{name}” cannot be opened: its key is missing, or they were changed."
