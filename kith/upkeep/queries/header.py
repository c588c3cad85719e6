"""What the head of every page tells staff, asked in one look."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet, Subquery

from kith.access.kept import kept
from kith.messaging import queries as messaging
from kith.people.models import User

from .beats import the_clock


@dataclass(frozen=True)
class Header:
    """How many messages wait for them, and when the clock last beat, if it ever did."""

    waiting: int
    last_beat: datetime | None


def header_of(user: User) -> Header:
    """Both, for this user. One look."""
    [(number, beat)] = _both(user)
    return Header(number or 0, beat)


@kept
def _both(user: User) -> QuerySet:
    waiting = messaging.coming_to(user).order_by().values("state").annotate(number=Count("pk")).values("number")
    beat = the_clock().values("last_done_at")[:1]
    return User.objects.filter(pk=user.pk).values_list(Subquery(waiting), Subquery(beat))
