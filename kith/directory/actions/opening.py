"""Keeps what is given out in step with the listings. Called wherever one changes (see `index_again`).

`modified` only goes up, in the order of the commits: its row is held until then, so nobody who reads on from the last
one they saw can miss a change that was begun earlier and ended later.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from operator import attrgetter

from django.db import transaction
from django.db.models import Q

from kith.access import clock
from kith.access.public_ids import new_public_id
from kith.directory.models import Activity, OpenListing, OpenMark, OpenSession, OpenTerm, Status
from kith.directory.publishing import ids, openactive, oruk, taxonomies
from kith.directory.publishing.plain import milliseconds

from .put_in import put_in
from .sessions import AHEAD, lay_out

BATCH = 500
KEPT_AFTER = timedelta(days=8)  # a session that is over or called off; the standard asks for seven
WRITTEN = (
    "run_by",
    "modified",
    "is_open",
    "over_after",
    "has_place",
    "brief",
    "written_as",
    "is_series",
    "was_series",
    "laid_out_until",
)  # fmt: skip - as a list of one a line it is longer than what uses it
LISTED = ("activity_id", "open_id", "at_id", *WRITTEN)


def open_again(activity_ids: Iterable[int]) -> None:
    """Writes anew what is given out of these listings, and that they have changed. Call it in a transaction."""
    keys = sorted(set(activity_ids))
    if not keys:
        return
    modified = next_modified()
    for start in range(0, len(keys), BATCH):
        found = Activity.objects.filter(pk__in=keys[start : start + BATCH])
        found = found.select_related("organisation__source", "place", "source")
        open_batch(list(found.prefetch_related("times")), modified)


def next_modified() -> int:
    """What this change is told by: the present moment, or one more than the last where clocks stand or go back."""
    mark, _ = OpenMark.objects.select_for_update().get_or_create(pk=1, defaults={"last": 0})
    mark.last = max(mark.last + 1, milliseconds(clock.now()))
    mark.stamp = new_public_id()
    mark.save(update_fields=["last", "stamp"])
    return mark.last


def open_batch(listings: list[Activity], modified: int) -> None:
    """These, loaded with what they belong to. `modified`: what this change is told by."""
    held = OpenListing.objects.in_bulk([each.pk for each in listings])
    activities = [each for each in listings if each.pk in held or each.is_given_out]
    new = _new([each for each in activities if each.pk not in held])
    rows = [_written(held.get(each.pk) or new[each.pk], each, modified) for each in activities]
    put_in(OpenListing, LISTED, (attrgetter(*LISTED)(row) for row in rows if row.pk in new))
    again = [row for row in rows if row.pk in held]
    OpenListing.objects.bulk_create(again, update_conflicts=True, unique_fields=["activity"], update_fields=WRITTEN)
    _name_terms(rows, bool(held))
    lay_out([row for row in rows if row.was_series], modified)


def _new(new: list[Activity]) -> dict[int, OpenListing]:
    """Each with a UUID: its source's own, unless another listing has it already."""
    if not new:
        return {}
    wanted = {each.pk: ids.of_service(each) for each in new}
    taken = set(OpenListing.objects.filter(open_id__in=wanted.values()).values_list("open_id", flat=True))
    for each in new:
        if wanted[each.pk] in taken:
            wanted[each.pk] = ids.made_of_service(each)
        taken.add(wanted[each.pk])
    return {key: OpenListing(pk=key, open_id=own, at_id=ids.made_from("at", own)) for key, own in wanted.items()}


def _written(listing: OpenListing, activity: Activity, modified: int) -> OpenListing:
    """The row as it is now, not yet kept."""
    listing.activity = activity
    listing.run_by = ids.of_organisation(activity, listing.open_id)
    listing.modified = modified
    listing.is_open = activity.is_given_out
    listing.over_after = activity.over_after
    listing.has_place = activity.place is not None
    listing.brief = oruk.brief(listing, activity)
    listing.written_as = oruk.WRITTEN_AS
    listing.is_series = openactive.is_series(activity)
    listing.was_series = listing.is_series or bool(listing.was_series)
    listing.laid_out_until = clock.today() + AHEAD if listing.is_series else None
    return listing


def _name_terms(rows: list[OpenListing], are_named: bool) -> None:
    if are_named:
        OpenTerm.objects.filter(listing__in=[row.pk for row in rows]).delete()
    terms = (
        (row.pk, named.taxonomy.key, named.open_id, named.name)
        for row in rows
        if row.is_open
        for named in taxonomies.terms_of(row.activity)
    )
    put_in(OpenTerm, ("listing_id", "taxonomy", "term", "name"), terms)


def bring_feeds_up_to_date(goes_on: Callable[[], bool] = lambda: True) -> None:
    """What time alone changes: sessions are over, others come into sight; and what another version of Kith wrote is
    written anew, with the words by which it is found. Safe to be killed anywhere. Nothing in it is anybody's, so it
    leaves no trail."""
    from .index import index_again  # which opens what it writes

    with transaction.atomic():
        _end_sessions()
    while goes_on() and (keys := _to_write()):
        with transaction.atomic():
            index_again(keys)
    while goes_on() and (rows := _to_lay_out()):
        with transaction.atomic():
            lay_out(rows, next_modified())
            OpenListing.objects.filter(pk__in=[row.pk for row in rows]).update(laid_out_until=clock.today() + AHEAD)


def _end_sessions() -> None:
    """Those that are over go at once; a week later nothing tells of them any more."""
    now = clock.now()
    is_over = Q(ends__lt=now) | Q(ends__isnull=True, starts__lt=now)
    over = OpenSession.objects.filter(is_over, is_gone=False)
    if over.exists():
        over.update(is_gone=True, modified=next_modified())
    OpenSession.objects.filter(is_gone=True, modified__lt=milliseconds(now - KEPT_AFTER)).delete()


def _to_write() -> list[int]:
    is_kept = Q(keep_to_ourselves=True) | Q(source__may_give_out=False)
    never = Q(opened__isnull=True, status=Status.LIVE) & ~is_kept
    otherwise = Q(opened__isnull=False) & ~Q(opened__written_as=oruk.WRITTEN_AS)
    return list(Activity.objects.filter(never | otherwise).order_by("pk").values_list("pk", flat=True)[:BATCH])


def _to_lay_out() -> list[OpenListing]:
    """Series whose sessions will soon be all that is in sight."""
    soon = clock.today() + AHEAD - timedelta(days=7)
    found = OpenListing.objects.filter(is_series=True, laid_out_until__lt=soon)
    return list(found.select_related("activity").prefetch_related("activity__times")[:BATCH])
