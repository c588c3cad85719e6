"""Secrets that are not in the environment: made once and kept in the data folder, readable by its owner only."""

import os
import secrets
from pathlib import Path


def kept(folder: Path, name: str, make) -> str:
    """The secret of this name from the data folder; made there the first time it is asked for."""
    place = folder / name
    if not place.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(place, make())
    return place.read_text().strip()


def _write_once(place: Path, words: str) -> None:
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first: its secret counts
        return
    with os.fdopen(handle, "w") as file:
        file.write(words)


def new_secret_key() -> str:
    return secrets.token_urlsafe(48)
