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
from kith.people.models import Individual, Relation, User

from .meetings import event_of
from .reach import Reach

GOES_ON = Q(goal__isnull=True) | Q(goal__state=Goal.State.IN_PLAY)


def events_of_work(user: User, reach: Reach, *, names_places: bool) -> list[Event]:
    """All of it, in no order, for the people they work with now: what has ended shows nothing any more."""
    theirs = people.caseload(user)
    return [*_meetings(theirs, reach, names_places), *_promises(theirs, reach), *_away(user, theirs, reach)]


def _meetings(theirs: QuerySet[Individual], reach: Reach, names_places: bool) -> Iterator[Event]:
    """Only those with a day: forty months without one would cover all the rest."""
    near = Meeting.objects.filter(individual__in=theirs, day__range=reach.days)
    for meeting in near.exclude(state=Meeting.State.CALLED_OFF).select_related("individual__team"):
        yield event_of(meeting, names_places=names_places)


def _promises(theirs: QuerySet[Individual], reach: Reach) -> Iterator[Event]:
    open_still = Step.objects.filter(GOES_ON, owner=Role.WORKER, done_on__isnull=True)
    for step in open_still.filter(individual__in=theirs, by_when__range=reach.days):
        yield Event(uid_of("promise", step.public_id), titles.TO_DO, **whole_day(step.by_when))


def _away(user: User, theirs: QuerySet[Individual], reach: Reach) -> Iterator[Event]:
    """While somebody else covers for them: once, however many people are covered."""
    partner = Relation.objects.filter(user=user, kind=Relation.Kind.PARTNERSHIP, ends_at__isnull=True)
    covers = Relation.objects.filter(kind=Relation.Kind.COVER, individual__in=theirs, ends_at__isnull=False)
    covers = covers.filter(individual__relations__in=partner, ends_at__date__gte=reach.first).exclude(user=user)
    told = {(timezone.localdate(each.starts_at), timezone.localdate(each.ends_at)): each for each in covers}
    for (first, last), each in sorted(told.items(), key=lambda pair: pair[0]):
        ends = max(last, first + timedelta(days=1))
        yield Event(uid_of("away", each.public_id), titles.AWAY, starts=first, ends=ends)
