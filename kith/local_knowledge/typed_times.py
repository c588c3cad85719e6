"""When something is on, as it is typed: each week, or once on a day. What cannot be both is asked about."""

from collections.abc import Iterator
from datetime import date, time

from django.utils.formats import date_format

from kith.directory.reading.entry import Slot

from .listings import DAYS, on_the_day, slot_words

NIGHT_ENDS = time(6)  # what ends before goes on past midnight
Problem = tuple[str, str]  # the box, and a sentence


def problems(typed: dict, kept: list[Slot], day_before: date | None = None) -> Iterator[Problem]:
    """`kept`: times that were there and keep their tick. `day_before`: the day of a one-off that was there already."""
    yield from _of_hours(typed)
    day, weekday = typed.get("on_date"), typed.get("weekday")
    if (typed.get("starts") or typed.get("ends")) and not weekday and not day:
        yield "weekday", "Please say on which day that is."
    if day and weekday and int(weekday) != day.weekday():
        told = f"{date_format(day, 'j F Y')} is a {DAYS[day.weekday()][:-1]}"
        yield "on_date", f"{told}, and {DAYS[int(weekday)][:-1]} is chosen as well. Please leave one of them out."
    if day and day != day_before and (weekly := [each for each in kept if each.weekday is not None]):
        words = slot_words(weekly[0])
        yield "on_date", f"Is it on this day alone? Then take the tick off “{words}”. Or else leave this day out."


def _of_hours(typed: dict) -> Iterator[Problem]:
    starts, ends = typed.get("starts"), typed.get("ends")
    if ends and "starts" in typed and not starts:
        yield "starts", "Please say when it begins."
    if starts and ends and (starts == ends or NIGHT_ENDS < ends < starts):
        yield "ends", "This ends before it begins. Please look at both again."


def with_typed(
    kept: list[Slot], typed: dict, day_before: date | None, often: str = "weekly", week: int | None = None
) -> list[Slot]:
    """What is kept, and what was typed beside it. On a day of its own a time has no weekday; where that day was just
    taken away (`day_before`: what stood there), the hours that were said of it go. Others stay, known day or not."""
    if typed["on_date"]:
        return [*kept, *([Slot(None, typed["starts"], typed["ends"])] if typed["starts"] else [])]
    stay = [each for each in kept if each.weekday is not None or each.words or day_before is None]
    return [
        *stay,
        *([Slot(int(typed["weekday"]), typed["starts"], typed["ends"], often, week)] if typed["weekday"] else []),
    ]


def kept_words(slot: Slot, day: date | None) -> str:
    """A time beside its tick; of a one-off the hours of that day."""
    hours = on_the_day(slot, day) if day and slot.frequency == "weekly" else ""
    return f"On that day, {hours}" if hours else slot_words(slot)
