"""What is done at night, one after the other, in a process of its own: the clock has letters to send meanwhile.

Each has a note of when it began and what came of it. Ended at any line it is begun again some hours later.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections

from kith.access import clock, trail
from kith.upkeep.actions import rounds
from kith.upkeep.models import Round
from kith.upkeep.queries.rounds import due

from . import drill, heads, shelf
from .copying import make_copy
from .troubles import NotKept

log = logging.getLogger("kith.upkeep")
Kind = Round.Kind


def do_what_is_due() -> int:
    """All of it. Gives how many there were."""
    kinds = due(clock.now())
    for kind in kinds:
        do(kind)
    return len(kinds)


def do(kind: Kind) -> Round:
    """One of them, and the note of it."""
    note = rounds.begin(kind=kind, now=clock.now())
    try:
        worked, words = True, DO[kind]()
    except NotKept as problem:
        worked, words = False, str(problem)
    except Exception as problem:  # noqa: BLE001 - whatever it is, somebody reads of it
        worked, words = False, f"It did not work ({type(problem).__name__})."
    if not worked:
        log.error("%s: %s", kind.label, words)
    close_old_connections()
    rounds.end(round=note, worked=worked, words=words, now=clock.now())
    return note


def read_the_trail() -> str:
    """Every chain, and against what was kept of it elsewhere; then its heads are kept anew."""
    file = settings.OUTSIDE_DIR / heads.NAME
    found = [*trail.verify(), *heads.problems(file)]
    if found:
        raise NotKept(" ".join(found))
    heads.keep(file, clock.now())
    lines = trail.how_many_lines()
    return f"{lines:,} {'line, as it was' if lines == 1 else 'lines, all as they were'} written."


def copy() -> str:
    """One more on the shelf, and those that are old enough leave it."""
    shelf_of_copies = Path(settings.BACKUP_DIR)
    made = make_copy(shelf.place_for(shelf_of_copies, clock.now()))
    shelf.clear(shelf_of_copies, clock.now())
    return f"{made.words}."


def try_one() -> str:
    """The newest is really brought back."""
    return drill.bring_back(shelf.newest(Path(settings.BACKUP_DIR)))


DO: dict[Kind, Callable[[], str]] = {Kind.TRAIL: read_the_trail, Kind.COPY: copy, Kind.DRILL: try_one}
