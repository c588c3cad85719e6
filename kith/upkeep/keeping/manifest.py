"""What a copy says of itself, as its last file: from which Kith it is, and what everything in it has to be."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime

from .troubles import NotKept

NAME = "manifest.json"
FORMAT = 1
SQLITE, POSTGRESQL = "database.sqlite3", "database.pgdump"
Ask = Callable[[str], Iterable[tuple]]


@dataclass
class Manifest:
    """`files` are hashes (SHA-256) by name; `rows` are counts by table; `heads` are chains of the trail with the
    number and the link of their last line; `field_keys` are prints of the keys that private words are under."""

    made_at: str
    kith: str
    vendor: str
    is_demo: bool
    migrations: list[list[str]]
    rows: dict[str, int]
    heads: list[list]
    field_keys: dict[str, str]
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def database(self) -> str:
        """The name of the database in the copy."""
        return SQLITE if self.vendor == "sqlite" else POSTGRESQL

    @property
    def uploads(self) -> int:
        return sum(name.startswith("files/") for name in self.files)

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)

    def written(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()


def read(data: bytes) -> Manifest:
    """What was written. Raises `NotKept` for what a newer Kith wrote in a way of its own."""
    told = json.loads(data)
    if told.get("format") != FORMAT:
        raise NotKept("This copy is of a newer Kith: bring Kith itself up to date first.")
    return Manifest(**told)


def print_of(key: str) -> str:
    """Tells one key from another, and nothing of either: a key is chance alone, and cannot be guessed."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def prints_of(field_keys: str) -> dict[str, str]:
    """By their ids, of `id:key,older:key`."""
    pairs = (pair.strip().split(":", 1) for pair in field_keys.split(",") if ":" in pair)
    return {name.strip(): print_of(key.strip()) for name, key in pairs}


def rows_of(ask: Ask, tables: Iterable[str]) -> dict[str, int]:
    """How many rows each table has."""
    return {name: next(iter(ask(f'SELECT count(*) FROM "{name}"')))[0] for name in sorted(tables)}  # noqa: S608 - the database's own names


def heads_of(ask: Ask) -> list[list]:
    """How far each chain of the trail has come."""
    return [list(row) for row in ask("SELECT chain, sequence, link FROM access_chainhead ORDER BY chain")]


def migrations_of(ask: Ask) -> list[list[str]]:
    """Which changes of its tables the database has seen."""
    return [list(row) for row in ask("SELECT app, name FROM django_migrations ORDER BY app, name")]
