"""Writes events as a calendar file (RFC 5545). Nobody is invited, nothing is attached, and no page is named."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import icalendar
from django.conf import settings

from kith.access.clock_changes import comes_twice

from .events import Event
from .zone import timezone_of

MADE_WITH = "-//Own calendar//Calendar 1//EN"
CONTENT_TYPE = "text/calendar; charset=utf-8"
LOOK_AGAIN = timedelta(hours=6)
MOST_LETTERS = 300
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def calendar(events: Sequence[Event], *, stamp: datetime, reminder: int | None = None, is_feed: bool = False) -> bytes:
    """The whole file. `reminder`: minutes before, for whoever chose to be reminded."""
    found = icalendar.Calendar()
    found.add("prodid", MADE_WITH)
    found.add("version", "2.0")
    if is_feed:
        found.add("x-wr-calname", "Plans")
        found.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
        found.add("x-published-ttl", icalendar.vDuration(LOOK_AGAIN))
    if any(isinstance(event.starts, datetime) for event in events):
        found.add_component(_timezone(events))
    for event in events:
        found.add_component(_event(event, stamp, reminder))
    return found.to_ical()


def _timezone(events: Sequence[Event]) -> icalendar.Timezone:
    """The clock changes of every year that is in the file, and a few more."""
    years = [event.on.year for event in events]
    first, last = date(min(years) - 1, 1, 1), date(max(years) + 5, 1, 1)
    return timezone_of(settings.TIME_ZONE, first, last)


def _event(event: Event, stamp: datetime, reminder: int | None) -> icalendar.Event:
    written = icalendar.Event()
    written.add("uid", event.uid)
    written.add("dtstamp", stamp.astimezone(UTC))
    written.add("sequence", event.sequence)
    written.add("summary", _text(event.title))
    written.add("class", "PRIVATE")
    written.add("transp", "TRANSPARENT" if event.is_free else "OPAQUE")
    written.add("status", "CANCELLED" if event.is_off else "CONFIRMED")
    _put_when(written, event)
    for name, words in (("location", event.place), ("description", event.words)):
        if words:
            written.add(name, _text(words))
    if reminder and not event.is_free and not event.is_off:
        written.add_component(_alarm(event, reminder))
    return written


def _put_when(written: icalendar.Event, event: Event) -> None:
    written.add("dtstart", _moment(event.starts))
    if event.ends is not None:
        written.add("dtend", _moment(event.ends))
    repeats = event.repeats
    if repeats is None:
        return
    if repeats.rule:
        written.add("rrule", repeats.rule)
    if repeats.left_out:
        written.add("exdate", list(repeats.left_out), parameters=_days_alone(repeats.left_out))
    if repeats.listed:
        written.add("rdate", list(repeats.listed), parameters=_days_alone(repeats.listed))


def _days_alone(found: Sequence[date | datetime]) -> dict:
    return {} if isinstance(found[0], datetime) else {"VALUE": "DATE"}


def _moment(when: date | datetime) -> date | datetime:
    """Local, with its zone; the second of two equal times can be told apart only in universal time."""
    if isinstance(when, datetime) and when.fold and comes_twice(when.date(), when.time()):
        return when.astimezone(UTC)
    return when


def _alarm(event: Event, minutes: int) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _text(event.title))
    alarm.add("trigger", -timedelta(minutes=minutes))
    return alarm


def _text(words: str) -> str:
    """Signs that no calendar can hold are left out; line ends stay within the text, where they are written as such."""
    plain = UNWRITABLE.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n"))
    return plain[:MOST_LETTERS].strip()
