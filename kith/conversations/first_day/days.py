"""When the next meeting is, as people write it in a list: “12 March 10am”, “in 3 months”, “spring”, “March”."""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from kith.access.clock_changes import comes_twice, does_not_happen
from kith.conversations.when import SEASONS, When, in_window, months_after, on_day
from kith.design.days import FIGURES, ISO, MONTHS, WORDS, read_day
from kith.design.telling import clock_words, day_words
from kith.design.times import read_time

AT = re.compile(
    r"(?:\bat |@)?\b(\d{1,2}(?::\d{2}(?=:00\b)|:\d{2} ?[ap]m|:\d{2}|[:.]\d{2} ?[ap]m| ?[ap]m))(?::00)?\b", re.IGNORECASE
)
AT_HOUR = re.compile(r"(?:\bat |@)(\d{1,2})\b(?! ?(?:st|nd|rd|th))", re.IGNORECASE)
ON_A_WEEKDAY = re.compile(r"^(?:on )?(next )?(mon|tues|wednes|thurs|fri|satur|sun)day$")
AHEAD = re.compile(r"^(?:in )?(?:about |around )?(a|an|one|two|three|four|five|six|\d{1,2}) (week|month)s?(?: time)?$")
SEASON = re.compile(r"^(?:in )?(?:the )?(?:next )?(spring|summer|autumn|winter)$")
MONTH = re.compile(r"^(?:in )?(?:next )?([a-z]{3,9})(?: (\d{4}))?$")
WEEKDAY = re.compile(r"^(mon|tues|wednes|thurs|fri|satur|sun)day,? ", re.IGNORECASE)
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
FURTHEST = 24
EARLIEST, NOON = 8, 12


@dataclass(frozen=True)
class Read:
    """What a few words say of when. `trouble` keeps it from being kept; `unsure` is worth a look."""

    when: When | None = None
    unsure: str = ""
    trouble: str = ""


def read_when(words: str, today: date) -> Read | None:
    """The day, with its time if one is there, or the season; None when the words say nothing of when."""
    plain = " ".join(words.strip().rstrip(".").split())
    if window := _window(plain.lower(), today):
        return Read(when=window)
    rest, at, unsure = _without_time(plain)
    if named := ON_A_WEEKDAY.match(rest.lower()):
        return _next_weekday(named[2], at, today)
    if not _looks_like_a_day(rest.lower()):
        return None
    read = _on_a_day(rest, at, today)
    return read if read.trouble or read.unsure else replace(read, unsure=unsure)


def _without_time(words: str) -> tuple[str, time | None, str]:
    """The words without the time in them, the time, and what is worth a look about it."""
    for pattern in (AT, AT_HOUR):
        if found := pattern.search(words):
            rest = " ".join(pattern.sub(" ", words, count=1).replace(" ,", ",").strip(" ,").split())
            return rest, *_time(found[1].replace(" ", ""))
    return words, None, ""


def _time(written: str) -> tuple[time | None, str]:
    """A bare hour is taken for one in the day."""
    if not written.isdigit():
        return read_time(written), ""
    half = "pm" if int(written) < EARLIEST or int(written) == NOON else "am"
    at = read_time(f"{written}{half}")
    return at, f"We took {clock_words(at)}." if at else ""


def _next_weekday(name: str, at: time | None, today: date) -> Read:
    ahead = (today + timedelta(days=days) for days in range(1, 8))
    day = next(each for each in ahead if f"{each:%A}".lower().startswith(name))
    return _with_clocks(day, at, f"We took {day_words(day)}.")


def _looks_like_a_day(words: str) -> bool:
    if ISO.match(words) or FIGURES.match(words) or words in ("today", "tomorrow"):
        return True
    found = WORDS.match(words)
    return found is not None and any(name.startswith(found["month"]) for name in MONTHS.split())


def _on_a_day(words: str, at: time | None, today: date) -> Read:
    day = read_day(words, today)
    if day is None:
        return Read(trouble=f"There is no {words} in the calendar.")
    unsure = ""
    if day < today:
        next_one = read_day(words, today + timedelta(days=183))
        if next_one is None or next_one < today:
            return Read(trouble=f"{day_words(day)} {day.year} has gone. When do you meet next?")
        day, unsure = next_one, f"We took the next one, in {next_one.year}."
    named = WEEKDAY.match(words)
    if named and not f"{day:%A}".lower().startswith(named[1].lower()):
        unsure = f"{day.day} {day:%B} {day.year} is a {day:%A}."
    return _with_clocks(day, at, unsure)


def _with_clocks(day: date, at: time | None, unsure: str) -> Read:
    if at and does_not_happen(day, at):
        return Read(trouble="The clocks go forward that night, and this time does not happen.")
    if at and comes_twice(day, at):
        unsure = "The clocks go back that night, and this time comes twice. We took the first."
    return Read(when=on_day(day, at), unsure=unsure)


def _window(words: str, today: date) -> When | None:
    if words in ("next week", "next month"):
        words = f"a {words.split()[1]}"
    if found := AHEAD.match(words):
        return _ahead(found, today)
    if found := SEASON.match(words):
        return in_window(found[1], today)
    found = MONTH.match(words)
    return _month(found[1], found[2], today) if found else None


def _ahead(found: re.Match, today: date) -> When | None:
    count = NUMBERS.get(found[1]) or int(found[1])
    if not 0 < count <= FURTHEST:
        return None
    unit = found[2] if count == 1 else f"{found[2]}s"
    number = f"a {unit}" if count == 1 else f"{count} {unit}"
    on = months_after(today, count) if found[2] == "month" else today + timedelta(weeks=count)
    return When(expected_on=on, window=f"in about {number}")


def _month(name: str, year: str | None, today: date) -> When | None:
    fitting = [number for number, month in enumerate(MONTHS.split(), start=1) if month.startswith(name)]
    if len(fitting) != 1 or name in SEASONS:
        return None
    middle = date(int(year) if year else today.year, fitting[0], 15)
    if middle < today.replace(day=1):
        if year:
            return None
        middle = middle.replace(year=today.year + 1)
    return When(expected_on=max(middle, today), window=f"in {middle:%B} {middle.year}")
