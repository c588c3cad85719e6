"""The folder in which copies lie: one of every night for two weeks, then one of every week, none older than 35 days.

35 days is how long what was erased may still lie in a copy. Only files with a name of ours are ever looked at.
"""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .troubles import NotKept

A_COPY = re.compile(r"kith-(\d{8}T\d{6})Z\.age")
BEING_MADE = re.compile(r"\.kith-\d{8}T\d{6}Z\.age\.being-made")
EVERY_NIGHT = timedelta(days=14)
LONGEST = timedelta(days=35)


def place_for(folder: Path, now: datetime) -> Path:
    """The name of a copy that is made now."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise NotKept(f"{folder} cannot be used (KITH_BACKUP_DIR): {problem.strerror}.") from problem
    return folder / f"kith-{now.astimezone(UTC):%Y%m%dT%H%M%S}Z.age"


def copies(folder: Path) -> dict[Path, datetime]:
    """Each with when it was made, the newest first."""
    if not folder.is_dir():
        return {}
    found = ((each, A_COPY.fullmatch(each.name)) for each in folder.iterdir())
    told = {each: datetime.strptime(name[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) for each, name in found if name}
    return dict(sorted(told.items(), key=lambda one: one[1], reverse=True))


def newest(folder: Path) -> Path:
    """The newest copy. Raises `NotKept` when there is none."""
    if not (found := copies(folder)):
        raise NotKept(f"There is no copy in {folder}.")
    return next(iter(found))


def clear(folder: Path, now: datetime) -> int:
    """Takes away what need not be kept, and halves that a killed process left. Gives how many copies went.

    Of a machine whose clock was set forward by mistake not everything goes: the newest always stays."""
    for each in folder.iterdir():
        if BEING_MADE.fullmatch(each.name):
            each.unlink(missing_ok=True)
    found, weeks = copies(folder), set()
    going = []
    for number, (each, made_at) in enumerate(found.items()):
        age, week = now - made_at, made_at.isocalendar()[:2]
        is_kept = age <= EVERY_NIGHT or (age <= LONGEST and week not in weeks)
        weeks.add(week)
        if number and not is_kept:
            going.append(each)
    for each in going:
        os.unlink(each)
    return len(going)
