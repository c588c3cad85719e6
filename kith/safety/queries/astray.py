"""Information that went astray: what is open, how much of the 72 hours is left, and what administrators hear."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from kith.access import clock
from kith.access.one import the_one
from kith.design.telling import clock_words, day_words
from kith.people.known_by import rights_leads
from kith.people.models import Individual
from kith.safety.models import Breach, Concern, Touched

HOUR = 3_600
A_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True)
class Standing:
    """One matter and where its clock stands, in words."""

    breach: Breach
    words: str
    is_late: bool


def open_breaches() -> list[Standing]:
    """The first noticed first."""
    return [standing_of(each) for each in _with_names().filter(closed_at=None)]


def all_breaches() -> QuerySet[Breach]:
    """Those that ended, the newest first."""
    return _with_names().filter(closed_at__isnull=False).order_by("-noticed_at", "-pk")


def said_just_now(breach: Breach, individual: Individual | None) -> Breach | None:
    """The very same of the same account about the same person a moment ago: a button pressed twice."""
    lately = Breach.objects.filter(said_by=breach.said_by_id, said_at__gt=breach.said_at - A_MOMENT)
    same = lately.filter(kind=breach.kind, noticed_at=breach.noticed_at)
    named = Touched.objects.filter(found=Touched.Found.SAID)
    if individual:
        same = same.filter(pk__in=named.filter(individual=individual).values("breach"))
    else:
        same = same.exclude(pk__in=named.values("breach"))
    return next((each for each in same if each.happened == breach.happened), None)


def breach_called(public_id: str) -> Breach | None:
    return the_one(_with_names().filter(public_id=public_id))


def standing_of(breach: Breach) -> Standing:
    if breach.commissioner_at:
        told = (
            "The Commissioner was told." if breach.commissioner_told else "It was decided not to tell the Commissioner."
        )
        return Standing(breach, told, is_late=False)
    now, until = clock.now(), _moment(breach.due_at)
    if breach.due_at <= now:
        return Standing(breach, f"The 72 hours ended on {until}.", is_late=True)
    return Standing(breach, f"{_left(breach.due_at, now)} left, until {until}.", is_late=False)


def _left(until: datetime, now: datetime) -> str:
    hours = int((until - now).total_seconds() // HOUR)
    if hours == 0:
        return "Less than an hour"
    return "One hour" if hours == 1 else f"{hours} hours"


def _moment(at: datetime) -> str:
    here = timezone.localtime(at)
    return f"{day_words(here.date())}, {clock_words(here.time())}"


def _with_names() -> QuerySet[Breach]:
    return Breach.objects.select_related("said_by", "commissioner_by", "people_by", "closed_by")


def troubles() -> list[str]:
    """What an administrator hears: that something waits, and whom to ring; nothing of what it is."""
    unread = Concern.objects.filter(climbed_at__isnull=False, taken_at=None, closed_at=None).count()
    late = Breach.objects.filter(closed_at=None, commissioner_at=None)
    count = sum(each.due_at <= clock.now() for each in late)
    if not (unread or count):
        return []
    ring = f"Please ring {' or '.join(each.name for each in rights_leads()) or 'your managers'}."
    told = []
    if unread:
        waits = "A worry about safety waits" if unread == 1 else f"{unread} worries about safety wait"
        told.append(f"{waits}, and nobody has said that they see to it. {ring}")
    if count:
        told.append(f"Information went astray, and the 72 hours to decide whom to tell are over. {ring}")
    return told
