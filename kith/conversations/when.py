"""When the next meeting is: a day, or a season that is enough for now."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from kith.access.clock_changes import does_not_happen

MONTHS_AHEAD = {"1": 1, "2": 2, "3": 3, "6": 6}
SEASONS = {"spring": (4, 20), "summer": (7, 20), "autumn": (10, 20), "winter": (1, 20)}
CHOICES = [
    ("", "Not settled yet"),
    ("day", "On a day"),
    ("1", "In about a month"),
    ("2", "In about 2 months"),
    ("3", "In about 3 months"),
    ("6", "In about 6 months"),
    ("spring", "In the spring"),
    ("summer", "In the summer"),
    ("autumn", "In the autumn"),
    ("winter", "In the winter"),
]


@dataclass(frozen=True)
class When:
    """A day with or without a time; or a window in words, with the day in its middle for putting in order."""

    expected_on: date
    day: date | None = None
    at_time: time | None = None
    window: str = ""
    is_second: bool = False  # of a time that comes twice that night

    @property
    def is_skipped(self) -> bool:
        """Whether the clocks jump over this time."""
        return bool(self.day and self.at_time and does_not_happen(self.day, self.at_time))


def on_day(day: date, at_time: time | None = None, *, is_second: bool = False) -> When:
    """Settled: this day, perhaps this time."""
    return When(expected_on=day, day=day, at_time=at_time, is_second=is_second)


def choices_from(gap: str) -> list[tuple[str, str]]:
    """The windows to choose from, the usual one of the team first."""
    usual = [(value, f"{words}, as usual") for value, words in CHOICES[2:] if value == gap]
    return [CHOICES[0], *usual, *(choice for choice in CHOICES[1:] if choice[0] != gap)] if usual else CHOICES


def in_window(choice: str, today: date) -> When:
    """A window from one of `CHOICES`, counted from today."""
    words = dict(CHOICES)[choice]
    window = words[:1].lower() + words[1:]
    if choice in MONTHS_AHEAD:
        return When(expected_on=months_after(today, MONTHS_AHEAD[choice]), window=window)
    return When(expected_on=_middle_of(choice, today), window=window)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the month's last day where it has no such day (31 → 30, 29 Feb → 28)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _middle_of(season: str, today: date) -> date:
    month, day = SEASONS[season]
    this_year = date(today.year, month, day)
    return this_year if this_year > today else date(today.year + 1, month, day)
