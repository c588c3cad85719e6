"""How long it took from a write-up to the first “That’s right”."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from kith.conversations.mirror.spans import Span
from kith.conversations.models import Account

from ..figures import band_of
from ..safe import Counted
from .counting import start_of


@dataclass
class Took:
    """Days of every agreement, and whose they were."""

    days: list[int] = field(default_factory=list)
    people: set[int] = field(default_factory=set)

    def add(self, individual: int, days: int) -> None:
        self.days.append(days)
        self.people.add(individual)

    @property
    def counted(self) -> Counted:
        """How many agreements, and of how many people."""
        return Counted(len(self.days), len(self.people))

    @property
    def band(self) -> str:
        """The middle one, in words."""
        return band_of(median(self.days))


def took_by_team(span: Span) -> dict[int | None, Took]:
    """By the keys of teams; of all of them under None. One look."""
    found: dict[int | None, Took] = defaultdict(Took)
    for team, individual, written, given in _agreed(span).iterator():
        days = (_day(given) - _day(written)).days
        for each in (team, None):
            found[each].add(individual, max(days, 0))
    return found


def _agreed(span: Span) -> QuerySet:
    right = Account.objects.filter(answer=Account.Answer.RIGHT).order_by()
    earlier = right.filter(meeting=OuterRef("meeting"), pk__lt=OuterRef("pk"))
    of_time = right.filter(given_at__gte=start_of(span.begins), given_at__lt=start_of(span.ends))
    known = of_time.filter(meeting__written_at__isnull=False, meeting__individual__team__isnull=False)
    told = ("meeting__individual__team", "meeting__individual", "meeting__written_at", "given_at")
    return known.filter(~Exists(earlier)).values_list(*told)


def _day(moment: datetime):
    return timezone.localtime(moment).date()
