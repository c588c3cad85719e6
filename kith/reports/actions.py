"""Preparing reports, once, and noting that one was taken along."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.access.replica import from_replica
from kith.access.sweeping import never_stops
from kith.conversations.mirror.spans import quarter_from
from kith.people.models import Team

from . import queries, rules
from .models import Kept


def prepare(*, begins: date, by: Actor) -> int:
    """Every team's report of a quarter and that of all teams. What is kept never changes. Gives how many were prepared.
    Counting may take a minute, so nothing is held meanwhile: nobody who writes has to wait for it."""
    permit(by, Permission.PREPARE_REPORTS)
    refuse_if(rules.cannot_prepare(begins, clock.today()))
    if Kept.objects.filter(begins_on=begins).exists():
        return 0
    told = from_replica(lambda: queries.told_of(quarter_from(begins), clock.today()))
    return keep(begins=begins, told=told, by=by)


@action
def keep(*, begins: date, told: queries.Tellings, by: Actor) -> int:
    """What was counted, all of it together; nothing, where another clock was first."""
    permit(by, Permission.PREPARE_REPORTS)
    if Kept.objects.filter(begins_on=begins).exists():
        return 0
    same = {"begins_on": begins, "made_at": clock.now()}
    Kept.objects.bulk_create(Kept(team=team, told=telling, **same) for team, telling in told.items())
    trail.record("reports prepared", by=by, about=f"quarter from {begins}")
    return len(told)


def prepare_what_is_due(*, by: Actor, goes_on: Callable[[], bool] = never_stops) -> Counter[str]:
    """Every settled quarter that is not kept yet, the oldest first. May end anywhere, and goes on from there."""
    counts: Counter[str] = Counter()
    for begins in queries.quarters_to_prepare(clock.today()):
        if not goes_on():
            break
        counts["prepared"] += prepare(begins=begins, by=by)
    return counts


@action
def take_along(*, team: Team | None, period, form: str, by: Actor):
    """The report as it is printed or saved as a file (`form`); the trail says who took which."""
    if team is None:
        permit(by, Permission.READ_TOTALS)
    else:
        permit(by, Permission.READ_TEAM_REPORTS, team=team)
    refuse_if(rules.cannot_take(period))
    trail.record(f"report {form}", by=by, about=team or "all teams", detail=period.key)
    return queries.report_of(team, period)
