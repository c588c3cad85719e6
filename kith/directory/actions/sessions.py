"""Lays out the single times of series for the weeks ahead, and remembers those that were called off."""

from datetime import datetime, timedelta
from operator import attrgetter
from uuid import UUID

from kith.access import clock
from kith.directory.models import OpenListing, OpenSession, Times
from kith.directory.occurrences import is_sure, occurrences
from kith.directory.publishing import ids

from .put_in import put_in

AHEAD = timedelta(days=42)
SESSION = ("listing_id", "open_id", "starts", "ends", "modified", "is_gone")
Wanted = dict[UUID, OpenSession]


def lay_out(listings: list[OpenListing], modified: int) -> None:
    """Each series gets the sessions that its times say, from now on; only those that differ are touched."""
    if not listings:
        return
    ahead = OpenSession.objects.filter(listing__in=[each.pk for each in listings], starts__gte=clock.now())
    held = {each.open_id: each for each in ahead}
    wanted = {key: each for listing in listings for key, each in _sessions(listing).items()}
    new = [each for key, each in wanted.items() if key not in held]
    changed = [each for key, each in held.items() if _takes_over(each, wanted.get(key))]
    for each in (*new, *changed):
        each.modified = modified
    put_in(OpenSession, SESSION, (attrgetter(*SESSION)(each) for each in new))
    OpenSession.objects.bulk_update(changed, ["ends", "is_gone", "modified"], batch_size=200)


def _takes_over(held: OpenSession, wanted: OpenSession | None) -> bool:
    """Takes over what is wanted now; says whether that was anything new."""
    before = (held.is_gone, held.ends)
    held.is_gone = wanted is None
    held.ends = wanted.ends if wanted else held.ends
    return before != (held.is_gone, held.ends)


def _sessions(listing: OpenListing) -> Wanted:
    """By UUID. Every other week from nobody knows when, or school terms nobody told us of, give none."""
    if not listing.is_series:
        return {}
    found: Wanted = {}
    for row in listing.activity.times.all():
        for starts in _of(row):
            open_id = ids.of_session(listing.open_id, starts)
            found[open_id] = OpenSession(listing=listing, open_id=open_id, starts=starts, ends=_ends(row, starts))
    return found


def _of(row: Times) -> list[datetime]:
    if not is_sure(row):
        return []
    today, now = clock.today(), clock.now()
    return [starts for starts in occurrences(row, today, today + AHEAD) if starts >= now]


def _ends(row: Times, starts: datetime) -> datetime | None:
    if row.ends is None or row.starts is None or row.ends <= row.starts:
        return None
    return datetime.combine(starts.date(), row.ends, tzinfo=starts.tzinfo)
