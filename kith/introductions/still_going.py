"""“Still going?”: some weeks after somebody went, once, and only where they chose to be asked."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet

from . import life
from .models import Introduction, Report

Kind = Report.Kind
IN_A_FEW_WEEKS = timedelta(weeks=4)
OVER = (Kind.ENDED, Kind.RESTED)


def may_be_chosen(introduction: Introduction) -> bool:
    """Whether they may choose it now: they went, and it was neither chosen nor asked before."""
    state = life.state_of(introduction)
    is_new = introduction.ask_again_on is None and introduction.asked_again_on is None
    return is_new and state in (life.State.WENT, life.State.WENT_AGAIN)


def cannot_choose(introduction: Introduction, *, is_theirs: bool) -> str | None:
    """Why this may not be chosen now, as a sentence."""
    if not is_theirs:
        return f"Only {introduction.individual.called} can choose that."
    return None if may_be_chosen(introduction) else "There is nothing to ask about later."


def is_asked(introduction: Introduction) -> bool:
    """Whether this is what they are asked now."""
    return introduction.asked_again_on is not None


def to_be_asked(today: date) -> QuerySet[Introduction]:
    """Who chose to be asked, and whose day has come."""
    found = Introduction.objects.filter(ask_again_on__lte=today, asked_again_on=None, individual__closed_at=None)
    return found.exclude(reports__kind__in=OVER).select_related("individual__user", "activity").order_by("pk")


def that_go_on(public_ids: Iterable[str]) -> set[str]:
    """Those of these introductions that did not end meanwhile. One look."""
    found = Introduction.objects.filter(public_id__in=list(public_ids)).exclude(reports__kind__in=OVER)
    return set(found.exclude(individual__user__is_active=False).values_list("public_id", flat=True))
