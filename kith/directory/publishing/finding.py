"""Which listings a list holds: only what is going on, and of that what was asked for. Every wish is met at once."""

from uuid import UUID

from django.db.models import Min, Q, QuerySet

from kith.access import clock
from kith.directory.models import OpenListing, OpenTerm, Times
from kith.directory.search.backends import Sought, Wanted, candidates
from kith.directory.search.places import box_around, miles_from
from kith.directory.search.whereabouts import point_of
from kith.directory.search.words import telling_stems

from .asked import Asked, BadQuestion
from .plain import milliseconds
from .taxonomies import TAXONOMIES

METRES_A_MILE = 1609.344
FARTHEST, MOST_FOUND = 200_000, 5000
LATITUDE, LONGITUDE = "activity__place__latitude", "activity__place__longitude"
FULL = ("activity__organisation", "activity__place")


class Listed(list):
    """Rows that are no rows of the database, counted as those are."""

    def count(self, *values) -> int:
        return super().count(*values) if values else len(self)


def open_listings() -> QuerySet[OpenListing]:
    """Everything that is given out today, in an order that stays."""
    not_over = Q(over_after__isnull=True) | Q(over_after__gte=clock.today())
    return OpenListing.objects.filter(not_over, is_open=True).order_by("open_id")


def in_full(listings: QuerySet[OpenListing]) -> QuerySet[OpenListing]:
    """With everything that belongs to them at hand."""
    return listings.select_related(*FULL).prefetch_related("activity__times")


def with_names(keys: list[int]) -> dict[int, OpenListing]:
    """These listings by key, with the organisations that run them."""
    return OpenListing.objects.select_related("activity__organisation").in_bulk(keys)


def services(asked: Asked) -> QuerySet[OpenListing]:
    """The listings that were asked for."""
    found = open_listings()
    if (term := asked.uuid("taxonomy_term_id")) is not None:
        found = found.filter(pk__in=OpenTerm.objects.filter(term=term).values("listing"))
    if (taxonomy := asked.uuid("taxonomy_id")) is not None:
        found = found.filter(pk__in=OpenTerm.objects.filter(taxonomy=_key_of(taxonomy)).values("listing"))
    if (organisation := asked.uuid("organization_id")) is not None:
        found = found.filter(run_by=organisation)
    if (since := asked.moment("modified_after")) is not None:
        found = found.filter(modified__gte=milliseconds(since))
    return _at_times(_saying(found, asked.text("search")), asked)


def at_places(asked: Asked) -> QuerySet[OpenListing]:
    """The same, of those that have a place; near a postcode where one is named."""
    found = services(asked).filter(has_place=True).order_by("at_id")
    metres = asked.number("proximity", 0, FARTHEST) if "proximity" in asked.given else None
    postcode = asked.postcode()
    if metres is not None and not postcode:
        raise BadQuestion("proximity needs a postcode: metres from where?")
    if not postcode:
        return found
    if metres is None:
        return found.filter(_in_postcode(postcode))
    return _near(found, postcode, metres / METRES_A_MILE)


def _in_postcode(postcode: str) -> Q:
    """The whole postcode, or everything in the first half of one."""
    whole = Q(activity__place__postcode=postcode)
    return whole if " " in postcode else whole | Q(activity__place__postcode__startswith=f"{postcode} ")


def organisations(asked: Asked) -> QuerySet:
    """One row for each organisation with something on: its UUID, and the first of its listings."""
    found = _saying(open_listings(), "")
    if words := asked.text("search"):
        found = found.filter(Q(activity__organisation__name__icontains=words) | Q(activity__name__icontains=words))
    return found.order_by().values("run_by").annotate(first=Min("pk")).order_by("run_by")


def of_organisation(open_id: UUID) -> QuerySet[OpenListing]:
    """What it runs."""
    return in_full(open_listings().filter(run_by=open_id))


def terms(asked: Asked) -> QuerySet:
    """Every term in use, each once. None has a wider one, so a parent's are none and all of them are top ones."""
    found = OpenTerm.objects.filter(listing__in=open_listings().order_by())
    if (taxonomy := asked.uuid("taxonomy_id")) is not None:
        found = found.filter(taxonomy=_key_of(taxonomy))
    if words := asked.text("search"):
        found = found.filter(name__icontains=words)
    asked.yes("top_only")
    if asked.uuid("parent_id") is not None:
        found = found.none()
    return found.values("taxonomy", "term", "name").distinct().order_by("term")


def _key_of(taxonomy: UUID) -> str:
    return next((each.key for each in TAXONOMIES.values() if each.open_id == taxonomy), "")


def _saying(found: QuerySet[OpenListing], words: str) -> QuerySet[OpenListing]:
    """Those that say all of these words, the best few thousand of them. Little words such as “the” say nothing."""
    if not words:
        return found
    stems = tuple(dict.fromkeys(telling_stems(words)))
    return found.filter(pk__in=candidates(Wanted((Sought((stems,)),)), MOST_FOUND)) if stems else found.none()


def _at_times(found: QuerySet[OpenListing], asked: Asked) -> QuerySet[OpenListing]:
    """Day and times of day belong to one and the same regular time."""
    asked_for = {
        "weekday": asked.weekday("day"),
        "starts__gte": asked.clock("start_time"),
        "ends__lte": asked.clock("end_time"),
    }
    wanted = {name: value for name, value in asked_for.items() if value is not None}
    return found.filter(pk__in=Times.objects.filter(**wanted).values("activity")) if wanted else found


def _near(found: QuerySet[OpenListing], postcode: str, miles: float) -> QuerySet[OpenListing]:
    """Reckoned by the database: of all that is within a county no list could be handed to it."""
    here = point_of(postcode)
    if here is None:
        raise BadQuestion(f"We do not know where {postcode} is.")
    south, west, north, east = box_around(here, miles)
    inside = {f"{LATITUDE}__range": (south, north), f"{LONGITUDE}__range": (west, east)}
    return found.filter(**inside).alias(miles=miles_from(here, LATITUDE, LONGITUDE)).filter(miles__lte=miles)
