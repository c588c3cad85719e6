"""An individual's own plans: meetings, what they do every week, first visits, classes and days to take part."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils import timezone

from kith.access import clock
from kith.conversations.models import Meeting
from kith.directory.models import Status
from kith.goals.models import Entry, Goal
from kith.interop import titles
from kith.interop.events import Event, uid_of, whole_day
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction, Report
from kith.people.models import Individual

from .meetings import event_of, is_shown
from .reach import Reach
from .repeating import key_of, of_goal, of_times
from .single import event_of_visit

WENT = (Report.Kind.WENT, Report.Kind.WENT_AGAIN, Report.Kind.BELONGS)
HAS_ENTERED = (Entry.ENTERED, Entry.CONFIRMED, Entry.DONE)


def events_of_plan(individual: Individual, reach: Reach, *, names_places: bool) -> list[Event]:
    """All of it, in no order."""
    goals = _goals(individual, reach)
    taken = {goal.activity_id for goal in goals if goal.is_in_play and goal.activity_id}
    found = [*_meetings(individual, reach, names_places)]
    for goal in goals:
        found += _of_goal(goal, reach, names_places)
    for introduction in _introductions(individual):
        found += _of_introduction(introduction, reach, names_places, is_taken=introduction.activity_id in taken)
    return found


def _meetings(individual: Individual, reach: Reach, names_places: bool) -> Iterator[Event]:
    near = individual.meetings.filter(expected_on__range=reach.days).select_related("individual__team")
    for meeting in near.exclude(state=Meeting.State.CALLED_OFF):
        if is_shown(meeting):
            yield event_of(meeting, names_places=names_places)


def _goals(individual: Individual, reach: Reach) -> list[Goal]:
    """Those going on, and what ended or paused within the year."""
    near = Q(state=Goal.State.IN_PLAY) | Q(state_changed_on__gte=reach.first)
    found = individual.goals.filter(near).select_related("activity__place")
    return list(found.prefetch_related("activity__times"))


def _of_goal(goal: Goal, reach: Reach, names_places: bool) -> Iterator[Event]:
    told = titles.of_activity(goal.activity, names_places=names_places)
    if goal.is_commitment:
        yield from of_goal(goal, told, reach)
    if not goal.is_in_play:
        return
    if goal.is_event and _is_near(goal.event_on, reach):
        title = titles.of_activity(goal.activity, names_places=names_places, otherwise=titles.MY_DAY)
        yield Event(uid_of("day", goal.public_id), title.title, place=title.place, **whole_day(goal.event_on))
    if goal.entry not in HAS_ENTERED and _is_near(goal.enter_by, reach):
        yield Event(uid_of("enter", goal.public_id), titles.LAST_DAY, **whole_day(goal.enter_by))


def _is_near(day: date | None, reach: Reach) -> bool:
    return day is not None and reach.first <= day <= reach.last


def _introductions(individual: Individual) -> list[Introduction]:
    agreed = individual.introductions.filter(share__isnull=False).select_related("activity__place")
    return list(agreed.prefetch_related("reports", "activity__times"))


def _of_introduction(introduction, reach: Reach, names_places: bool, *, is_taken: bool) -> Iterator[Event]:
    """The first visit; and once they went, its regular times. Not beside a goal of theirs that is the same thing."""
    has_ended, on = introductions.is_over(introduction), introduction.first_visit_on
    if _is_near(on, reach) and not (has_ended and on >= clock.today()):
        yield event_of_visit(introduction, names_places=names_places)
    is_over = has_ended or introduction.activity.status != Status.LIVE
    if is_taken or is_over or not introductions.has(introduction, *WENT):
        return
    told = titles.of_activity(introduction.activity, names_places=names_places)
    since = introduction.first_visit_on or timezone.localdate(introduction.opened_at)
    for times in introduction.activity.times.all():
        uid = uid_of("class", f"{introduction.public_id} {key_of(times)}")
        yield from of_times(times, uid, told, reach.span_since(since))
