"""One copy of everything that cannot be made again: the database, and the files that people handed in.

Not in it: the keys. What is under a field key stays unreadable to whoever has the copy and its key alone. The one
exception is the invented neighbourhood, whose keys keep nothing secret.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from kith import __version__
from kith.access import clock

from . import keys, manifest, snapshot
from .manifest import Manifest
from .packing import Member, pack
from .unpacking import A_NAME, OF_THE_DEMO, UPLOADS


@dataclass(frozen=True)
class Made:
    """What a copy holds, and how large it is."""

    manifest: Manifest
    bytes: int

    @property
    def words(self) -> str:
        rows, files = sum(self.manifest.rows.values()), self.manifest.uploads
        return f"{rows:,} rows and {files:,} {'file' if files == 1 else 'files'}, {self.bytes / 1e6:,.1f} MB"


def make_copy(to: Path) -> Made:
    """Writes it, locked with KITH_BACKUP_KEY. Raises `NotKept`."""
    recipients = keys.lock_with(keys.key_file(settings.BACKUP_KEY, is_demo=settings.KITH_DEMO))
    with snapshot.of_the_database(settings.DATA_DIR) as taken:
        told = _manifest(taken)
        pack(_members(taken, told), told, to=to, recipients=recipients)
    return Made(told, to.stat().st_size)


def _manifest(taken: snapshot.Snapshot) -> Manifest:
    return Manifest(
        made_at=clock.now().isoformat(),
        kith=__version__,
        vendor=connection.vendor,
        is_demo=settings.KITH_DEMO,
        migrations=manifest.migrations_of(taken.ask),
        rows=manifest.rows_of(taken.ask, taken.tables),
        heads=manifest.heads_of(taken.ask),
        field_keys=manifest.prints_of(settings.KITH_FIELD_KEYS),
    )


def _members(taken: snapshot.Snapshot, told: Manifest) -> Iterator[Member]:
    """The files come after: one is written before its row is, so every row in the copy has its file by now."""
    yield Member(told.database, taken.content)
    yield from _files(_uploads())
    if settings.KITH_DEMO and (kept := settings.DATA_DIR / "field-keys").is_file():
        with kept.open("rb") as content:
            yield Member(OF_THE_DEMO, content)


def _files(found: list[Path]) -> Iterator[Member]:
    for each in found:
        try:
            content = each.open("rb")
        except FileNotFoundError:
            continue  # put away meanwhile
        with content:
            yield Member(f"files/{each.parent.name}/{each.name}", content)


def _uploads() -> list[Path]:
    folders = [settings.DATA_DIR / name for name in UPLOADS]
    found = [each for folder in folders if folder.is_dir() for each in sorted(folder.iterdir())]
    return [each for each in found if each.is_file() and _has_our_name(each)]


def _has_our_name(file: Path) -> bool:
    return A_NAME.fullmatch(f"files/{file.parent.name}/{file.name}") is not None
