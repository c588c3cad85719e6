"""How safely everything is kept, in sentences for whoever looks after the machine."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from .rounds import Kind, Last, lasts
from .troubles import moment_words

NO_COPIES = "No copies are made by themselves yet. Whoever runs Kith can name a folder for them (KITH_BACKUP_DIR)."
OF_A_DEMO = "This is the demo: no copies of it are made."
DONE = {
    Kind.TRAIL: "The trail was last read through {when}.",
    Kind.COPY: "The last copy was made {when}.",
    Kind.DRILL: "A copy was last brought back, to try it, {when}.",
}
NOT_YET = {
    Kind.TRAIL: "The trail is read through every night, from tonight.",
    Kind.COPY: "The first copy is made tonight.",
    Kind.DRILL: "A copy is brought back every week, to try it; the first time tonight.",
}
NOT_DONE = {
    Kind.TRAIL: "The trail was not found whole, or could not be read ({when}).",
    Kind.COPY: "No copy could be made {when}.",
    Kind.DRILL: "A copy could not be brought back {when}.",
}
TOO_LONG = {
    Kind.TRAIL: "The trail has not been read through for days.",
    Kind.COPY: "The newest copy is days old.",
    Kind.DRILL: "No copy has been tried for more than a week.",
}


def how_it_is_kept(now: datetime) -> list[str]:
    """When each was last done, and what came of it."""
    found = lasts()
    kinds = [Kind.TRAIL, *((Kind.COPY, Kind.DRILL) if settings.BACKUP_DIR else ())]
    said = [_done(found[kind], now) for kind in kinds]
    return said if settings.BACKUP_DIR else [*said, OF_A_DEMO if settings.KITH_DEMO else NO_COPIES]


def what_is_not_kept(now: datetime) -> Iterator[str]:
    """What did not work when it was last tried, or has not been done for long."""
    for each in lasts().values():
        if each.problem and each.tried:
            yield f"{NOT_DONE[each.kind].format(when=_when(each.tried.began_at, now))} {each.problem}"
        elif each.is_too_old(now) and (each.kind == Kind.TRAIL or settings.BACKUP_DIR):
            yield TOO_LONG[each.kind]


def _done(found: Last, now: datetime) -> str:
    if found.worked is None:
        return NOT_YET[found.kind]
    return f"{DONE[found.kind].format(when=_when(found.worked.began_at, now))} {found.worked.words}"


def _when(moment: datetime, now: datetime) -> str:
    words = moment_words(moment, now)
    return f"on {words}" if "," in words else f"today at {words}"
