"""Reading a day as people write it: "24 November", "Tuesday 24 Nov 2026", "24/11/26", "today"."""

import re
from datetime import date, timedelta

MONTHS = "january february march april may june july august september october november december"
NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
ISO = re.compile(r"^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$")
FIGURES = re.compile(r"^(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})(?:[/. -](?P<year>\d{4}|\d{2}))?$")
WORDS = re.compile(
    r"^(?:[a-z]+,? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? "
    r"(?P<month>[a-z]{3,9})\.?,?(?: (?P<year>\d{4}|\d{2}))?$"
)


def read_day(typed: str, today: date) -> date | None:
    """The date that was meant, or None. Without a year it is the nearest such day to `today`."""
    words = " ".join(typed.lower().split())
    if words in NEAR:
        return today + timedelta(days=NEAR[words])
    found = ISO.match(words) or FIGURES.match(words) or WORDS.match(words)
    if not found:
        return None
    month = _month(found["month"])
    if month is None:
        return None
    if found["year"]:
        return _day(_century(found["year"]), month, int(found["day"]))
    return _nearest(month, int(found["day"]), today)


def _month(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    fitting = [place for place, name in enumerate(MONTHS.split(), start=1) if name.startswith(written)]
    return fitting[0] if fitting else None


def _century(year: str) -> int:
    return int(year) if len(year) == len("2026") else 2000 + int(year)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, today: date) -> date | None:
    near = [_day(today.year + years, month, day) for years in (-1, 0, 1)]
    return min(filter(None, near), key=lambda found: abs(found - today), default=None)
