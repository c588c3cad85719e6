"""One thing alone, for a calendar somebody keeps by hand: a meeting, a first visit, the times of a listing."""

from kith.access import clock
from kith.conversations.models import Meeting
from kith.design.times import clock_in
from kith.directory.models import Activity
from kith.interop import titles
from kith.interop.events import Event, at, uid_of, whole_day
from kith.introductions.models import Introduction

from .meetings import event_of
from .reach import Reach
from .repeating import key_of, of_times


def event_of_meeting(meeting: Meeting, *, names_place: bool) -> Event:
    """With its place only for whoever is signed in; one that was called off says so."""
    return event_of(meeting, names_places=names_place)


def event_of_visit(introduction: Introduction, *, names_places: bool) -> Event:
    """A first visit, at its hour where the words say one."""
    told = titles.of_activity(introduction.activity, names_places=names_places)
    day = introduction.first_visit_on
    listed = [each.starts for each in introduction.activity.times.all() if each.weekday == day.weekday()]
    hour = clock_in(introduction.first_visit_time, filter(None, listed))
    return Event(
        uid=uid_of("visit", introduction.public_id),
        title=f"{told.title}, first time",
        place=told.place,
        words=titles.plain(introduction.first_visit_time) if names_places else "",
        **({"starts": at(day, hour)} if hour else whole_day(day)),
    )


def events_of_activity(activity: Activity) -> list[Event]:
    """Its regular times from today on, or the one day it is on. A listing is public, and has its name."""
    told, reach = titles.of_activity(activity, names_places=True), Reach.from_today(clock.today())
    if activity.on_date:
        uid = uid_of("activity", activity.public_id)
        return [Event(uid, told.title, place=told.place, **_once(activity))]
    found: list[Event] = []
    for times in activity.times.all():
        uid = uid_of("activity", f"{activity.public_id} {key_of(times)}")
        found += of_times(times, uid, told, reach.span_since(reach.today))
    return found


def _once(activity: Activity) -> dict:
    """The hours of a one-off where they are known, else its whole day."""
    day = activity.on_date
    slots = [each for each in activity.times.all() if each.weekday in (None, day.weekday()) and each.starts]
    if not slots:
        return whole_day(day)
    first = min(slots, key=lambda each: each.starts)
    ends = at(day, first.ends) if first.ends and first.ends > first.starts else None
    return {"starts": at(day, first.starts), "ends": ends}
