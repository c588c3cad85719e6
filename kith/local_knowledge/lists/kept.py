"""A list that was handed over, kept for a day while somebody says which heading is which."""

import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from kith.access.public_ids import new_public_id
from kith.access.refusal import Refused

MOST_BYTES = 10_000_000
KEEP_FOR = 24 * 60 * 60
SESSION_KEY = "list_handed_over"


@dataclass(frozen=True)
class Kept:
    """One file, by a name that tells nothing. `said` is what its source is called, `licence` the short name of the
    licence it came under, as far as somebody knew."""

    name: str
    said: str
    licence: str = ""

    @property
    def path(self) -> Path:
        return _folder() / self.name


def keep(parts: Iterable[bytes], said: str, licence: str = "") -> Kept:
    """Writes the file down, under a name of ours. Raises `Refused` when it is too large."""
    _throw_away_old()
    kept, size = Kept(new_public_id(), said, licence), 0
    with kept.path.open("wb") as file:
        for part in parts:
            size += len(part)
            file.write(part)
            if size > MOST_BYTES:
                break
    if size > MOST_BYTES:
        kept.path.unlink()
        raise Refused("This file is larger than 10 MB. The command “kith directory import” reads larger ones.")
    return kept


def remember(session, kept: Kept) -> None:
    """Whoever handed it over may go on with it; nobody else."""
    session[SESSION_KEY] = asdict(kept)


def remembered(session, name: str) -> Kept | None:
    """The file of this name, if this visitor handed it over and it is still here."""
    held = session.get(SESSION_KEY)
    kept = Kept(**held) if held and held["name"] == name else None
    return kept if kept and kept.path.is_file() else None


def forget(session, kept: Kept) -> None:
    """It was brought in, or is not wanted."""
    session.pop(SESSION_KEY, None)
    kept.path.unlink(missing_ok=True)


def _folder() -> Path:
    folder = settings.DATA_DIR / "lists"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _throw_away_old() -> None:
    for file in _folder().iterdir():
        if time.time() - file.stat().st_mtime > KEEP_FOR:
            file.unlink(missing_ok=True)
