"""The list of what was removed, kept beside the database too: a database that is restored is older than the list."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

NAME = "removed.jsonl"


def place(name: str = NAME) -> Path:
    """With what no copy may bring back to an older state, so that restoring one does not bring an older list."""
    folder = Path(settings.OUTSIDE_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / name


def write_down(rows: Iterable[tuple[str, int | str]], name: str = NAME) -> None:
    """Added at the end and on the disk before this returns: model and key alone. It begins a line of its own, as one
    may stand there that was cut off. One writes at a time: a removal and the clock may both want to."""
    with open(os.open(place(name), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write("\n" + "".join(f"{json.dumps(each)}\n" for each in rows))
        file.flush()  # all of it, or it says that the disk is full
        os.fsync(file.fileno())


def lines(at: Path) -> Iterator[tuple[str, int | str]]:
    """Every line that is whole; one that was cut off was never answered for."""
    for line in at.read_text().splitlines() if at.exists() else ():
        try:
            label, key = json.loads(line)
        except ValueError:
            continue
        yield str(label), key


def written_down(at: Path | None = None) -> Iterator[tuple[str, int]]:
    """The rows that were removed."""
    return ((label, int(key)) for label, key in lines(at or place()))
