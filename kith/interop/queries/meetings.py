"""A meeting in a calendar: a day once there is one; before that its month, which takes up nobody's time."""

from datetime import timedelta

from kith.conversations.models import Meeting
from kith.conversations.queries.before import minutes_of
from kith.interop import titles
from kith.interop.events import Event, after, at, uid_of, whole_day


def is_shown(meeting: Meeting) -> bool:
    """A season is shown while it is planned; what was held stands on its day."""
    return meeting.is_planned or meeting.day is not None


def event_of(meeting: Meeting, *, names_places: bool) -> Event:
    """The same thing whatever becomes of it: a calendar that had its month moves it to its day."""
    common = {
        "uid": uid_of("meeting", meeting.public_id),
        "title": titles.MEETING if meeting.day else titles.MEETING_SOMETIME,
        "place": titles.plain(meeting.place) if names_places else "",
        "sequence": meeting.changes,
        "is_off": meeting.state == Meeting.State.CALLED_OFF,
    }
    if meeting.day is None:
        return Event(**common, **_month_of(meeting))
    if meeting.at_time is None:
        return Event(**common, **whole_day(meeting.day))
    starts = at(meeting.day, meeting.at_time, is_second=meeting.is_second)
    return Event(**common, starts=starts, ends=after(starts, minutes_of(meeting)))


def _month_of(meeting: Meeting) -> dict:
    first = meeting.expected_on.replace(day=1)
    return {"starts": first, "ends": (first + timedelta(days=32)).replace(day=1), "is_free": True}
