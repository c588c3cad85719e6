"""What around first visits waits on a worker's Today: to ring, to pass on, and what somebody would like. One look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from kith.access import clock
from kith.access.alongside import alongside
from kith.access.kept import kept

from . import rules, still_on
from .going import StillOn
from .models import Introduction, Report

AT_HAND = {
    "individual": ("public_id", "called"),
    "activity": ("name", "email", "on_date"),
    "share": ("revoked_at", "ends_at"),
}


@dataclass(frozen=True)
class Waiting:
    """`off`: a day that is not to be, and it is not known that the individual knows. `to_ask`: places to ring
    today. `wishes`: what the individual would like since a visit that was not to be."""

    off: list[Introduction]
    to_ask: list[Introduction]
    wishes: list[Introduction]

    def __bool__(self) -> bool:
        return bool(self.off or self.to_ask or self.wishes)


def waiting_for(individuals: Iterable, today: date) -> Waiting:
    """All of it for these people. A place that can no longer be written to is rung."""
    found = _to_see_to(list(individuals), today)
    return Waiting(
        off=[each for each in found if each.called_off_on and each.called_off_on >= today and not each.told_off_at],
        to_ask=[each for each in found if _is_to_ask(each, today)],
        wishes=[each for each in found if each.asks_for],
    )


@kept
def _to_see_to(individuals: list, today: date) -> QuerySet[Introduction]:
    is_off = Q(called_off_on__gte=today, told_off_at=None)
    by_ringing = Q(still_on=StillOn.RING) | Q(still_on=StillOn.WRITE, activity__email="")
    is_to_ask = Q(first_visit_on__in=(today, today + still_on.A_DAY), still_on_asked_on=None) & by_ringing
    agreed = Introduction.objects.filter(share__isnull=False, individual__in=individuals)
    going_on = agreed.exclude(reports__kind__in=(Report.Kind.ENDED, Report.Kind.RESTED))
    found = alongside(going_on.filter(is_off | is_to_ask | ~Q(asks_for="")), **AT_HAND)
    return found.prefetch_related("activity__times").order_by("pk")


def _is_to_ask(introduction: Introduction, today: date) -> bool:
    """Only while the yes holds, and never of a card that is carried."""
    holds = rules.holds(introduction.share, clock.now()) and introduction.says != Introduction.Says.NOTHING
    is_next = introduction.first_visit_on in (today, today + still_on.A_DAY)
    is_open = holds and is_next and still_on.is_asked_today(introduction) and introduction.still_on_asked_on is None
    no_email = introduction.still_on == StillOn.WRITE and not introduction.activity.email
    return is_open and (introduction.still_on == StillOn.RING or no_email)
