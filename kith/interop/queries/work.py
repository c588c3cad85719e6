"""A worker's own work: meetings that have a day, what they said they would do by a day, and when they are away."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from kith.conversations.models import Meeting
from kith.goals.models import Goal, Role, Step
from kith.interop import titles
from kith.interop.events import Event, uid_of, whole_day
from kith.people import queries as people
from kith.people.models import Individual, User

from .meetings import event_of
from .reach import Reach

GOES_ON = Q(goal__isnull=True) | Q(goal__state=Goal.State.IN_PLAY)


def events_of_work(user: User, reach: Reach, *, names_places: bool) -> list[Event]:
    """All of it, in no order, for the people they work with now: what has ended shows nothing any more."""
    theirs = people.caseload(user)
    return [*_meetings(theirs, reach, names_places), *_promises(theirs, reach), *_away(user, reach)]


def _meetings(theirs: QuerySet[Individual], reach: Reach, names_places: bool) -> Iterator[Event]:
    """Only those with a day: forty months without one would cover all the rest."""
    near = Meeting.objects.filter(individual__in=theirs, day__range=reach.days)
    for meeting in near.exclude(state=Meeting.State.CALLED_OFF).select_related("individual__team"):
        yield event_of(meeting, names_places=names_places)


def _promises(theirs: QuerySet[Individual], reach: Reach) -> Iterator[Event]:
    open_still = Step.objects.filter(GOES_ON, owner=Role.WORKER, done_on__isnull=True)
    for step in open_still.filter(individual__in=theirs, by_when__range=reach.days):
        yield Event(uid_of("promise", step.public_id), titles.TO_DO, **whole_day(step.by_when))


def _away(user: User, reach: Reach) -> Iterator[Event]:
    """When they said that they are not there, as far as it came to be."""
    for away in user.times_away.filter(first_day__lte=reach.last, last_day__gte=reach.first).order_by("first_day"):
        ends = away.last_day + timedelta(days=1)
        if away.ended_early_at:
            ends = min(ends, timezone.localdate(away.ended_early_at))
        if ends > away.first_day:
            yield Event(uid_of("away", away.public_id), titles.AWAY, starts=away.first_day, ends=ends)
