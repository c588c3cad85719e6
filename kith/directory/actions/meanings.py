"""Works out where listings lie among meanings, a few at a time. May be killed at any line and begun again."""

from collections.abc import Callable

from django.db import transaction

from kith.directory import meaning
from kith.directory.models import Activity, SearchDocument, SearchMeaning

AT_ONCE = 64
MOST_LETTERS = 800  # of a listing's prose; its beginning says what it is


def fill_in_meanings(
    goes_on: Callable[[], bool] = lambda: True, progress: Callable[[int, int], None] | None = None
) -> int:
    """Every listing that has none yet, until `goes_on` says to stop. Gives how many. Nothing without the network."""
    if not meaning.is_here():
        return 0
    done, waiting = 0, _waiting().count() if progress else 0
    while goes_on() and (keys := list(_waiting().values_list("pk", flat=True)[:AT_ONCE])):
        _fill_in(keys)
        done += len(keys)
        if progress:
            progress(done, max(done, waiting))
    return done


def _waiting():
    return SearchDocument.objects.filter(activity__search_meaning__isnull=True).order_by("pk")


def _fill_in(keys: list[int]) -> None:
    listings = list(Activity.objects.filter(pk__in=keys).select_related("organisation", "search_document"))
    points = meaning.encode([text_of(listing) for listing in listings])
    rows = [
        SearchMeaning(
            activity=listing,
            point=meaning.kept(point),
            latitude=listing.search_document.latitude,
            longitude=listing.search_document.longitude,
        )
        for listing, point in zip(listings, points, strict=True)
    ]
    with transaction.atomic():
        SearchMeaning.objects.bulk_create(rows, ignore_conflicts=True)


def text_of(activity: Activity) -> str:
    """What of a listing says what it is: its name, what it is listed under, the beginning of its prose."""
    return ". ".join(part for part in (activity.name, ", ".join(activity.categories), _prose(activity)) if part)


def _prose(activity: Activity) -> str:
    return (activity.long_text or activity.summary)[:MOST_LETTERS]
