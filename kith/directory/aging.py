"""What we ask about the age of listings: which stand otherwise than they should, and which their contacts are asked
about."""

from datetime import date, timedelta

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest, Lower

from . import ages
from .models import Activity, Contact, Doubt, Status

FROM = Greatest(F("listed_on"), Coalesce("last_checked_on", "listed_on"), Coalesce("source__refreshed_on", "listed_on"))
SAID_GONE = Q(doubts__seen_to_on__isnull=True, doubts__kind=Doubt.Kind.GONE)


def regular() -> QuerySet[Activity]:
    """Listings that have an age: not what happens once, which its own day ends. `age_from`: where that counts from."""
    return Activity.objects.filter(on_date__isnull=True).annotate(age_from=FROM)


def standing_wrong(span: ages.Span) -> QuerySet[Activity]:
    """On the table, of the age of this span, and not standing as it says. What somebody said has stopped is never
    fine before it was looked at."""
    of_this_age = regular().filter(status=Status.LIVE).exclude(standing=span.standing)
    if span.after:
        of_this_age = of_this_age.filter(age_from__gt=span.after)
    if span.until:
        of_this_age = of_this_age.filter(age_from__lte=span.until)
    if span.standing == ages.Standing.FINE:
        of_this_age = of_this_age.exclude(pk__in=Activity.objects.filter(SAID_GONE).values("pk"))
    return of_this_age


def too_old(today: date) -> QuerySet[Activity]:
    """On the table, and nobody has said anything for so long that they leave it."""
    return regular().filter(status=Status.LIVE, age_from__lte=today - timedelta(days=ages.OFF))


def leaving_soon(today: date) -> QuerySet[Activity]:
    """On the table, and near the day on which it leaves."""
    return regular().filter(status=Status.LIVE, age_from__lte=today - timedelta(days=ages.OFF - ages.LEAVES_SOON))


def known_again(today: date) -> QuerySet[Activity]:
    """Off the table by their age, and their source has been read anew since."""
    return regular().filter(status=Status.OFF, age_from__gt=today - timedelta(days=ages.OFF))


def giving(contact: Contact) -> QuerySet[Activity]:
    """What gives this address, in whatever letters, whether or not it goes on."""
    return Activity.objects.annotate(given=Lower("email")).filter(given=contact.email)


def of_contact(contact: Contact) -> QuerySet[Activity]:
    """What gives this address and has an age, with `asks` since it was last known to be right, and `asked_last`."""
    theirs = regular().annotate(given=Lower("email")).filter(given=contact.email)
    return _with_asks(theirs.filter(status=Status.LIVE, keep_to_ourselves=False))


def old_enough_to_ring(today: date) -> QuerySet[Activity]:
    """On the table, and old enough that people are told to ring first."""
    return regular().filter(status=Status.LIVE, age_from__lt=today - timedelta(days=ages.RING_FIRST))


def never_checked() -> QuerySet[Activity]:
    """On the table, and nobody has ever said that it is right; nor is it on a list that is read anew."""
    return regular().filter(status=Status.LIVE, last_checked_on__isnull=True, source__refreshed_on__isnull=True)


def unanswered() -> QuerySet[Activity]:
    """On the table, and its contact had every letter without an answer."""
    return _with_asks(regular().filter(status=Status.LIVE)).filter(asks__gte=len(ages.ASKED))


def addresses_to_ask(today: date) -> QuerySet:
    """Addresses in small letters, of listings old enough that a letter may be due."""
    old_enough = regular().filter(status=Status.LIVE, age_from__lte=today - timedelta(days=ages.ASKED[0]))
    old = _with_asks(old_enough.filter(keep_to_ourselves=False))
    unanswered = old.exclude(email="").filter(asks__lt=len(ages.ASKED))
    return unanswered.order_by("address").values_list("address", flat=True)


def _with_asks(listings: QuerySet[Activity]) -> QuerySet[Activity]:
    since = Q(asked__on__gt=F("age_from"))
    return listings.annotate(
        address=Lower("email"), asks=Count("asked", filter=since), asked_last=Max("asked__on", filter=since)
    )


def due_on(activity: Activity) -> date | None:
    """The day of the next letter about a listing of `of_contact`."""
    return ages.next_ask(activity.age_from, activity.asks, activity.asked_last)  # type: ignore[attr-defined] - annotated


def contact_called(public_id: str) -> Contact | None:
    """The contact with this public id."""
    return Contact.objects.filter(public_id=public_id).first()


def asked_in(contact: Contact, day: date) -> QuerySet[Activity]:
    """The listings of one letter that still give this address: for no others does it speak."""
    found = giving(contact).filter(asked__contact=contact, asked__on=day)
    going = found.exclude(status=Status.RETIRED).select_related("organisation", "place", "source")
    return going.prefetch_related("times").order_by("name", "pk")
