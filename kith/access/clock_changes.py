"""The two nights on which the clocks change: an hour that does not happen, and one that comes twice."""

from datetime import UTC, date, datetime, time

from django.utils import timezone


def does_not_happen(day: date, at: time) -> bool:
    """Whether this time is skipped that night, where the team works."""
    there = datetime.combine(day, at, tzinfo=timezone.get_default_timezone())
    back = there.astimezone(UTC).astimezone(there.tzinfo)
    return back.replace(tzinfo=None) != there.replace(tzinfo=None)


def comes_twice(day: date, at: time) -> bool:
    """Whether this time comes once before the clocks go back, and once after."""
    there = datetime.combine(day, at.replace(fold=0), tzinfo=timezone.get_default_timezone())
    return not does_not_happen(day, at) and there.utcoffset() != there.replace(fold=1).utcoffset()
