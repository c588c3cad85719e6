"""What time alone does to listings: they come later, carry a warning, leave the table, and come back with their source.
Safe to be killed anywhere: it looks at what is, and changes what should be otherwise. Nothing in it is anybody's, so it
leaves no trail."""

from collections.abc import Callable

from django.db import transaction

from kith.access import clock
from kith.directory import ages, aging
from kith.directory.models import Activity, Status

from .index import index_again

BATCH = 500


def let_listings_age(goes_on: Callable[[], bool] = lambda: True) -> None:
    """Puts every listing where its age says."""
    today = clock.today()
    _move(aging.too_old(today), Status.OFF, goes_on)
    _move(aging.known_again(today), Status.LIVE, goes_on)
    for span in ages.spans(today):
        while goes_on() and (keys := _first(aging.standing_wrong(span))):
            Activity.objects.filter(pk__in=keys).update(standing=span.standing)


def _move(listings, status: Status, goes_on: Callable[[], bool]) -> None:
    while goes_on() and (keys := _first(listings)):
        with transaction.atomic():
            Activity.objects.filter(pk__in=keys).update(status=status)
            index_again(keys)


def _first(listings) -> list[int]:
    return list(listings.order_by("pk").values_list("pk", flat=True)[:BATCH])
